package io.s360.iid.mock.admin;

import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.journal.Entry;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.lifecycle.Times;
import io.s360.iid.mock.refusal.Reason;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happened there. A tenant need not be there for it. */
record RequestPages(Journal journal) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String AFTER = "after=";

    Map<String, Page> all() {
        return Map.of("ListRequests", this::list, "GetRequest", this::show, "ClearRequests", this::clear);
    }

    private Reply list(Visit visit) {
        Guests.checkName(visit);
        ObjectNode list = JSON.objectNode();
        list.putArray("requests")
                .addAll(journal
                        .newestFirst(visit.tenant(), after(visit.request().query()))
                        .stream()
                        .map(RequestPages::toJson)
                        .toList());
        return Page.json(list);
    }

    private static long after(String query) {
        if (query.isEmpty()) {
            return 0;
        }
        if (!query.startsWith(AFTER) || !query.substring(AFTER.length()).matches("[0-9]{1,18}")) {
            throw Problem.badRequest("the query is not after=, with a number from 0 on");
        }
        return Long.parseLong(query.substring(AFTER.length()));
    }

    private Reply show(Visit visit) {
        String number = visit.parameter("number");
        if (!number.matches("[0-9]{1,18}")) {
            throw Problem.notFound("a request has a number");
        }
        return journal.find(visit.tenant(), Long.parseLong(number))
                .map(entry -> Page.json(toJson(entry)))
                .orElseThrow(() -> Problem.notFound("the journal has no such request, or has it no longer"));
    }

    private Reply clear(Visit visit) {
        Guests.checkName(visit);
        journal.clear(visit.tenant());
        return Page.done();
    }

    private static ObjectNode toJson(Entry entry) {
        ObjectNode json = JSON.objectNode()
                .put("number", entry.number())
                .put("at", Times.text(entry.at()))
                .put("method", entry.method())
                .put("path", entry.path())
                .put("body", entry.body())
                .put("status", entry.status())
                .put("answerBody", entry.answerBody())
                .put("operation", entry.account().operation())
                .put("answer", entry.account().answer())
                .put("verdict", entry.account().kind().name().toLowerCase(Locale.ROOT))
                .put("traceId", entry.traceId())
                .put("curl", entry.account().curl());
        entry.headers().forEach(json.putObject("headers")::put);
        entry.answerHeaders().forEach(json.putObject("answerHeaders")::put);
        json.putArray("reasons")
                .addAll(entry.account().reasons().stream()
                        .map(RequestPages::toJson)
                        .toList());
        return json;
    }

    private static ObjectNode toJson(Reason reason) {
        Place place = reason.place();
        return JSON.objectNode()
                .put("where", reason.where())
                .put("rule", reason.rule())
                .put("message", reason.message())
                .put("expected", reason.expected())
                .put("got", reason.got())
                .put("place", place == null ? null : place.toString());
    }
}
