package io.s360.iid.contract.request;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request on its way through the checks. What has been found on the way is kept for the next check. */
final class Judgement {

    private final RequestRules.Rules rules;
    private final IncomingRequest request;
    private final ClientGate gate;
    private final @Nullable Route route;
    private @Nullable Operation operation;
    private @Nullable BodyRules body;

    Judgement(RequestRules.Rules rules, IncomingRequest request, ClientGate gate) {
        this.rules = rules;
        this.request = request;
        this.gate = gate;
        this.route = rules.routes().get(request.path());
    }

    /** Stops at the first check that fails. */
    Verdict verdict() {
        for (Check check : rules.checks()) {
            Failure failure = failureOf(check);
            if (failure != null) {
                Operation asked = operation == null && route != null ? route.first() : operation;
                return new Verdict.Refused(asked, answer(check, asked), failure.violations(), failure.headers());
            }
        }
        return new Verdict.Accepted(found(), rules.headers().clientId(request), body().tree());
    }

    private static Answer answer(Check check, @Nullable Operation asked) {
        return asked == null ? check.answer() : asked.answer(check.answer().name());
    }

    /** Makes every check that can be made, but takes nothing from the rate. */
    Examination examination() {
        List<Violation> violations = new ArrayList<>();
        Set<Check.Kind> prevented = EnumSet.of(Check.Kind.RATE);
        for (Check check : rules.checks()) {
            Failure failure = prevented.contains(check.kind()) ? null : failureOf(check);
            if (failure != null) {
                violations.addAll(failure.violations());
                prevented.addAll(failure.prevents());
            }
        }
        return new Examination(operation, body == null ? null : body.treeIfAny(), violations);
    }

    private @Nullable Failure failureOf(Check check) {
        return switch (check.kind()) {
            case PATH -> route == null ? rules.unknownPath(check) : null;
            case METHOD -> refusalByMethod(check);
            case CONTENT_TYPE -> rules.mediaTypes().contentType(request, check, found().requestMedia());
            case ACCEPT -> rules.mediaTypes().accept(request, check);
            case HEADERS -> rules.headers().headers(request, found());
            case CLIENT -> rules.headers().client(request, gate, check);
            case RATE -> rules.headers().rate(request, gate, check);
            case SIZE -> body().size(check);
            case ENCODING -> body().encoding(check);
            case JSON -> body().json(check);
            case FIELDS -> body().fields(check);
        };
    }

    private @Nullable Failure refusalByMethod(Check check) {
        Route known = Objects.requireNonNull(route, "the check of the path comes first");
        operation = known.find(request.method());
        return operation == null ? known.refusal(check) : null;
    }

    private Operation found() {
        return Objects.requireNonNull(operation, "the checks of path and method come first");
    }

    private BodyRules body() {
        if (body == null) {
            body = new BodyRules(rules.schemas(), request, found());
        }
        return body;
    }
}
