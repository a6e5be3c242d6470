package io.s360.iid.verify.paper;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML as CI servers read it: a suite for each target, a test case for each answer of an operation. */
final class JunitXml {

    private final Report report;
    private final XMLStreamWriter xml;

    private JunitXml(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(report, xml).write();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text takes everything", impossible);
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        attribute("name", "s360 verify");
        attribute("time", String.format(Locale.ROOT, "%.3f", report.run().took().toMillis() / 1000.0));
        for (int column = 0; column < report.columns().size(); column++) {
            writeSuite(report.columns().get(column), cases(column));
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private record TestCase(String operation, String name, Report.Square cell, List<Report.Headline> headlines) {

        /** What only puts the contract into question is no failure. */
        Report.Outcome outcome() {
            boolean isOnlyQuestioned =
                    !headlines.isEmpty() && headlines.stream().allMatch(Report.Headline::isQuestion);
            return isOnlyQuestioned ? Report.Outcome.KEPT : cell.outcome();
        }

        String said() {
            return headlines.stream()
                    .flatMap(headline -> headline.lines().stream())
                    .collect(Collectors.joining("\n"));
        }
    }

    private List<TestCase> cases(int column) {
        Report.Column target = report.columns().get(column);
        return report.chapters().stream()
                .flatMap(chapter -> chapter.rows().stream()
                        .map(row -> new TestCase(
                                chapter.operation(),
                                row.status() + " " + row.answer(),
                                row.cells().get(column),
                                report.headlines(target, chapter, row))))
                .toList();
    }

    private void writeSuite(Report.Column target, List<TestCase> cases) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", target.name());
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", String.valueOf(count(cases, Report.Outcome.BROKEN)));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(count(cases, Report.Outcome.NOT_REACHED)));
        attribute("timestamp", report.run().startedAt().toString().replaceFirst("([.][0-9]+)?Z$", ""));
        writeProperties();
        for (TestCase each : cases) {
            writeCase(target, each);
        }
        xml.writeEndElement();
    }

    private static long count(List<TestCase> cases, Report.Outcome outcome) {
        return cases.stream().filter(each -> each.outcome() == outcome).count();
    }

    private void writeProperties() throws XMLStreamException {
        xml.writeStartElement("properties");
        writeProperty("kit", report.run().kit());
        writeProperty("contract", report.run().contract().version());
        writeProperty("contract.sha256", report.run().contract().sha256());
        writeProperty("seed", String.valueOf(report.run().seed()));
        xml.writeEndElement();
    }

    private void writeProperty(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void writeCase(Report.Column target, TestCase tested) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", target.name() + " " + tested.operation());
        attribute("name", tested.name());
        switch (tested.outcome()) {
            case BROKEN -> writeFailure(tested);
            case NOT_REACHED -> {
                xml.writeEmptyElement("skipped");
                attribute("message", tested.cell().why());
            }
            case KEPT -> writeRemark(tested);
        }
        xml.writeEndElement();
    }

    private void writeFailure(TestCase tested) throws XMLStreamException {
        List<Report.Headline> headlines = tested.headlines();
        xml.writeStartElement("failure");
        attribute("type", headlines.isEmpty() ? "" : headlines.get(0).place());
        attribute("message", headlines.isEmpty() ? "" : headlines.get(0).lines().get(0));
        xml.writeCharacters(legal(tested.said()));
        xml.writeEndElement();
    }

    private void writeRemark(TestCase tested) throws XMLStreamException {
        if (!tested.headlines().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(tested.said()));
            xml.writeEndElement();
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** Without the characters that XML 1.0 cannot hold; a target may answer any. */
    private static String legal(String text) {
        return text.codePoints()
                .map(point -> isLegal(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point > 0xFFFF;
    }
}
