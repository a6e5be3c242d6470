package io.s360.iid.verify.drift.sight;

/** In what an exchange can differ from the contract. */
public enum Kind {
    UNDECLARED_OPERATION("operation that the contract does not have"),
    UNDECLARED_STATUS("undeclared status"),
    UNKNOWN_ANSWER("refusal that the contract does not name"),
    OTHER_TEXT("other text than the contract's"),
    UNKNOWN_MEMBER("unknown member"),
    MISSING_MEMBER("missing member"),
    OTHER_VALUE("value outside its schema"),
    UNDECLARED_HEADER("undeclared header"),
    MISSING_HEADER("missing header"),
    OTHER_HEADER_VALUE("header outside its schema"),
    OTHER_MEDIA("answer that is not JSON"),
    ACCEPTED("accepted though the contract refuses it"),
    REFUSED("refused though the contract allows it"),
    NOT_ECHOED("answer that does not belong to its request"),
    SECRET_REPEATED("secret in an answer");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** What it is called in a report. */
    public String words() {
        return words;
    }
}
