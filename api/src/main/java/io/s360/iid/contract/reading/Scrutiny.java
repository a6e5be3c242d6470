package io.s360.iid.contract.reading;

import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Clause;
import java.util.List;

/** How closely a contract is looked at while it is read. Whatever is wrong is a finding. */
interface Scrutiny {

    /** Believes everything: for what has been looked at before. */
    Scrutiny NONE = new Scrutiny() {
        @Override
        public void document(Clause root) {}

        @Override
        public void example(Clause example) {}

        @Override
        public void value(Clause value, Clause schema, String operation, String what) {}

        @Override
        public void parts(Clause requests, List<Operation> operations, Lifecycle lifecycle, Demo demo) {}
    };

    /** Whether the document keeps to the dialect. */
    void document(Clause root);

    /** Whether an Example Object, which may be a file of its own, keeps to the dialect. */
    void example(Clause example);

    /**
     * Whether a value of the document keeps a schema of it.
     *
     * @param what the value is, for the finding
     */
    void value(Clause value, Clause schema, String operation, String what);

    /** Whether the parts of the contract fit each other. */
    void parts(Clause requests, List<Operation> operations, Lifecycle lifecycle, Demo demo);
}
