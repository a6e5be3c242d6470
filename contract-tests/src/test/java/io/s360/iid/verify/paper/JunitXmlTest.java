package io.s360.iid.verify.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {

    @Test
    void hasOneTestCaseForEachAnswerAndTarget() throws Exception {
        Report report = Samples.healthy();
        long rows = report.chapters().stream()
                .mapToLong(chapter -> chapter.rows().size())
                .sum();

        Document xml = parsed(report);

        assertThat(elements(xml, "testsuite")).allSatisfy(suite -> {
            assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(rows));
            assertThat(suite.getAttribute("failures")).isEqualTo("0");
        });
        assertThat(elements(xml, "testcase")).hasSize(report.columns().size() * (int) rows);
        assertThat(elements(xml, "failure")).isEmpty();
    }

    @Test
    void failsWithTheHeadline() throws Exception {
        Document xml = parsed(Samples.faulty());

        assertThat(elements(xml, "failure")).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.getAttribute("message")).contains(" · ");
            assertThat(failure.getTextContent()).contains("expected ", ".yaml:", "curl -i");
        });
        assertThat(suite(xml, "server").getAttribute("failures"))
                .isEqualTo(String.valueOf(
                        suite(xml, "server").getElementsByTagName("failure").getLength()));
    }

    @Test
    void tellsQuestionsWithoutFailing() throws Exception {
        Element live = suite(parsed(Samples.faulty()), Samples.LIVE);

        assertThat(live.getAttribute("failures")).isEqualTo("0");
        assertThat(live.getElementsByTagName("system-out").item(0).getTextContent())
                .startsWith("QUESTION");
        assertThat(live.getAttribute("skipped")).isNotEqualTo("0");
    }

    @Test
    void showsNoSecret() {
        assertThat(JunitXml.of(Samples.faulty())).contains("$S360_CLIENT_KEY").doesNotContain(Samples.SECRET);
    }

    private static Element suite(Document xml, String name) {
        return elements(xml, "testsuite")
                .filter(suite -> suite.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Document xml, String name) {
        NodeList found = xml.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
    }

    private static Document parsed(Report report) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.of(report))));
    }
}
