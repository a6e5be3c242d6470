package io.s360.iid.server.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.server.session.SessionRefusal;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Contract CONTRACT = ContractReader.readBundled();

    private final Refusals refusals = new Refusals(CONTRACT);

    @Test
    void startsWithNoContractThatLacksAnAnswer() {
        Contract renamed = ContractReader.read(
                name -> ContractFiles.bundled().text(name).replaceAll("(?<!/)message-limit-reached", "messages-full"),
                ContractReader.ROOT);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Refusals(renamed))
                .withMessageContaining("message-limit-reached");
    }

    @Test
    void hasAnAnswerForEveryRefusal() {
        assertThat(SessionRefusal.class.getPermittedSubclasses()).allSatisfy(refusal -> {
            SessionRefusal thrown = (SessionRefusal) refusal.getConstructor().newInstance();

            assertThat(CONTRACT.operations())
                    .extracting(operation -> refusals.answerTo(thrown, operation))
                    .anyMatch(answer -> !answer.equals(CONTRACT.unforeseen()) && answer.status() < 500);
        });
    }

    @Test
    void treatsARefusalThatAnOperationDoesNotDeclareAsAFault() {
        Operation validate = CONTRACT.operation("ValidateChildSession");

        assertThat(refusals.answerTo(new SessionRefusal.SessionExpired(), validate))
                .isEqualTo(validate.answer(CONTRACT.unforeseen().name()));
    }

    @Test
    void findsTheAnswerOfAStatus() {
        assertThat(refusals.answerTo(404, null).name()).isEqualTo("resource-not-found");
        assertThat(refusals.answerTo(400, null).name()).isEqualTo("invalid-header");
        assertThat(refusals.answerTo(500, null).name()).isEqualTo("internal-error");
        assertThat(refusals.answerTo(431, null).name()).isEqualTo("invalid-header");
    }
}
