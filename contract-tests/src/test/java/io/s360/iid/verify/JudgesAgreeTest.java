package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.CaseBook;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.judge.IndependentJudge;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules that mock and server share are held against a judge that shares nothing with them. */
class JudgesAgreeTest {

    private final Contract contract = ContractReader.readBundled();
    private final IndependentJudge independent = new IndependentJudge(VerifyMain.BUNDLED_DOCUMENT);

    @TestFactory
    Stream<DynamicTest> everyViolatedClauseIsAlsoSeenByTheIndependentJudge() {
        return CaseBook.of(contract, Cast.ofDemo(contract)).stream()
                .filter(tried -> tried.body().isPresent())
                .map(tried -> DynamicTest.dynamicTest(
                        tried.title(),
                        () -> assertThat(independent.deviations(requestOf(tried)))
                                .as(tried.title())
                                .isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyRequestExampleSatisfiesTheIndependentJudge() {
        return contract.operations().stream()
                .flatMap(operation -> operation.requests().entrySet().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                operation.id() + " " + example.getKey(),
                                () -> assertThat(independent.deviations(request(
                                                operation.method(),
                                                operation.path(),
                                                example.getValue().toString())))
                                        .as(example.getKey())
                                        .isEmpty())));
    }

    private Request requestOf(Case tried) {
        return request(
                tried.operation().method(),
                tried.operation().path(),
                tried.body().orElseThrow().toString());
    }

    private Request request(String method, String path, String body) {
        List<Request.Header> headers = List.of(
                new Request.Header("Content-Type", "application/json"),
                new Request.Header(contract.headers().clientId(), "anybody"),
                new Request.Header(contract.headers().clientKey(), "any key"));
        return new Request(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
