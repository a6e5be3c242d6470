package io.s360.iid.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PlanReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "latency=100ms|{'latency':'100ms'}",
                "latency = 0.5s , connection = reset|{'latency':'0.5s','connection':'reset'}",
                "latency=100ms..500ms, answer=503, rate=0.3, seed=7|{'latency':'100ms..500ms','answer':'503','rate':0.3,'seed':7}",
                "latency=p50=80ms,p99=2s,answer=too-many-requests|{'latency':'p50=80ms,p99=2s','answer':'too-many-requests'}",
                "latency='p50=80ms,p99=2s',connection=empty|{'latency':'p50=80ms,p99=2s','connection':'empty'}",
                "connection=malformed,rate=0,seed=-1|{'connection':'malformed','rate':0.0,'seed':-1}",
                "answer=503,|{'answer':'503'}",
            })
    void readsTheSamePlanFromAHeaderAndFromJson(String header, String json) {
        FaultPlan plan = FaultPlan.of(header.replace('\'', '"'));

        assertThat(plan.toJson().toString()).isEqualTo(json.replace('\'', '"'));
        assertThat(PlanReading.of(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void mergesSeveralHeaders() {
        assertThat(PlanReading.of(List.of("latency=1ms", "answer=503, rate=0.5")))
                .isEqualTo(FaultPlan.of("latency=1ms, answer=503, rate=0.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|X-Mock-Fault is no list such as latency=200ms, answer=503, rate=0.3",
                "reset|X-Mock-Fault is no list such as latency=200ms, answer=503, rate=0.3",
                "latency=1ms; answer=503|latency is none of 200ms, 100ms..500ms, p50=80ms,p99=2s",
                "latency=1ms,,answer=503|X-Mock-Fault is no list such as latency=200ms, answer=503, rate=0.3",
                "answer=503, answer=500|X-Mock-Fault has a member twice",
                "latency=p50=1ms,p99=2ms,p99=3ms|what can go wrong is told by latency, connection, answer, rate and seed only",
                "delay=1ms|what can go wrong is told by latency, connection, answer, rate and seed only",
                "latency=|latency is none of 200ms, 100ms..500ms, p50=80ms,p99=2s",
                "latency=200|latency is none of 200ms, 100ms..500ms, p50=80ms,p99=2s",
                "latency=-1ms|latency is none of 200ms, 100ms..500ms, p50=80ms,p99=2s",
                "latency=60001ms|latency is more than 60s",
                "latency=2s..1s|latency has its longer time first",
                "latency=p50=2s,p99=1s|latency has its longer time first",
                "latency=p50=0ms,p99=1s|latency has a p50 of nothing",
                "connection=lost|connection is none of reset, empty, malformed",
                "connection=RESET|connection is none of reset, empty, malformed",
                "answer=|answer is neither the name nor the status of an answer",
                "answer=503,rate=1.01|rate is no number from 0 to 1",
                "answer=503,rate=NaN|rate is no number from 0 to 1",
                "answer=503,rate=0x1|rate is no number from 0 to 1",
                "answer=503,rate=1e9999999|rate is no number from 0 to 1",
                "answer=503,seed=1.5|seed is no whole number",
                "answer=503,seed=9223372036854775808|seed is no whole number",
                "latency=1ms,rate=0.5|rate is the share of requests that connection and answer hit, and there is neither",
            })
    void saysWhatIsNoPlan(String header, String sentence) {
        assertThatThrownBy(() -> FaultPlan.of(header))
                .isInstanceOf(UnusablePlan.class)
                .hasMessage(sentence);
    }

    @Test
    void writesNothingWhereNothingGoesWrong() {
        assertThat(FaultPlan.none().toJson()).isEqualTo(JsonMapper.shared().readTree("{}"));
        assertThat(PlanReading.of(JsonMapper.shared().readTree("{}")).isNone()).isTrue();
    }
}
