package io.s360.iid.verify.report;

import java.util.ArrayList;
import java.util.List;

/** What one target showed of one row. */
public final class Cell {

    private int passed;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notReached = new ArrayList<>();

    public void pass() {
        passed++;
    }

    public void add(Finding finding) {
        findings.add(finding);
    }

    public void addNotReached(String why) {
        notReached.add(why);
    }

    /** All that another cell shows as well. */
    void add(Cell other) {
        passed += other.passed;
        findings.addAll(other.findings);
        notReached.addAll(other.notReached);
    }

    /** How many cases went as the contract says. */
    public int passed() {
        return passed;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Why cases of this row could not be played. */
    public List<String> notReached() {
        return List.copyOf(notReached);
    }

    public boolean isRed() {
        return !findings.isEmpty();
    }

    /** Nothing of this row has been seen. */
    public boolean isEmpty() {
        return passed == 0 && findings.isEmpty();
    }

    @Override
    public String toString() {
        if (isRed()) {
            return "RED " + findings.size() + "/" + (passed + findings.size());
        }
        return isEmpty() ? "-" : "ok " + passed;
    }
}
