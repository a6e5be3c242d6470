package io.s360.iid.verify.cause;

import io.s360.iid.verify.judge.Deviation;
import java.util.List;

/**
 * Something that went wrong once.
 *
 * @param title of the case that shows it
 * @param suspects the clauses that may be to blame
 * @param way how many requests it took
 * @param curl what to type to see it
 */
record Sighting(String title, List<Suspect> suspects, Deviation deviation, int way, String curl) {}
