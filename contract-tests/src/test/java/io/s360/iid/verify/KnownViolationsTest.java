package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.CaseBook;
import io.s360.iid.verify.cases.Cast;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a generated server accepts as it comes, or refuses in its own words, is tried by cases of the book; that mock and
 * server refuse all of these alike is the verdict's business.
 */
class KnownViolationsTest {

    private final Contract contract = ContractReader.readBundled();
    private final List<Case> cases = CaseBook.of(contract, Cast.ofDemo(contract));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            required member absent         | 400 | sessionId is missing
            unknown member                 | 400 | body additionalProperties
            unknown member within a list   | 400 | /messages/0 additionalProperties
            integer for string             | 400 | /sessionToken type, integer
            fraction for string            | 400 | /sessionToken type, number
            boolean for string             | 400 | /sessionToken type, boolean
            null for what is not nullable  | 400 | /sessionToken type, null
            string for list                | 400 | /messages type, string
            number for object              | 400 | /messages/0 type, integer
            UUID in a short form, body     | 400 | /sessionId format
            UUID in a short form, header   | 400 | of X-IID-TraceId '1-1-1-1-1'
            value outside an enumeration   | 400 | /messages/0/level enum
            text outside a pattern         | 400 | /messages/0/en pattern
            duplicate member               | 400 | a member twice
            trailing tokens                | 400 | text behind
            malformed JSON                 | 400 | cut short
            no body                        | 400 | check json: ''
            no API key                     | 401 | no X-IID-API-KEY
            other method                   | 405 | method: 'GET'
            other media type               | 415 | check content-type: 'text/plain'
            other media type wanted        | 406 | check accept: 'text/html'
            unknown path                   | 404 | /unknown'
            """)
    void isTried(String violation, int status, String clause) {
        assertThat(cases)
                .filteredOn(tried -> tried.clause().contains(clause))
                .as(violation)
                .isNotEmpty()
                .allSatisfy(tried -> assertThat(tried.expected().status()).isEqualTo(status));
    }
}
