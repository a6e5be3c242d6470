package io.s360.iid.mock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.tenant.Tenants;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdminDocumentTest {

    @Test
    void hasExactlyTheOperationsThatAreServed() {
        Contract contract = Contracts.sample();
        ContractDrawing drawing = new ContractDrawing(contract, false);
        Tenants tenants = new Tenants(
                new ContractServed(contract, () -> URI.create("http://localhost")),
                InstantSource.system(),
                name -> UUID::randomUUID,
                name -> {});
        AdminApi api = new AdminApi(
                new AdminApi.Setting(drawing::mock, drawing::mock, drawing::lifecycle, false), tenants, new Journal());

        assertThat(new AdminDocument().operationIds()).isEqualTo(api.operationIds());
    }
}
