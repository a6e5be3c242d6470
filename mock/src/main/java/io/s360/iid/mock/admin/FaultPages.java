package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.fault.FaultPlan;
import io.s360.iid.mock.fault.PlanReading;
import io.s360.iid.mock.fault.UnusablePlan;
import io.s360.iid.mock.tenant.Tenant;
import java.util.Map;

/** What goes wrong there. */
record FaultPages(Guests guests, boolean isOn) {

    Map<String, Page> all() {
        return Map.of(
                "GetFaults", visit -> show(guests.of(visit)),
                "SetFaults", this::set,
                "ClearFaults", this::clear);
    }

    private Reply set(Visit visit) {
        if (!isOn) {
            throw Problem.conflict("faults are off; start with --faults");
        }
        Tenant tenant = guests.of(visit);
        tenant.faults().set(planIn(visit, tenant));
        return show(tenant);
    }

    private static FaultPlan planIn(Visit visit, Tenant tenant) {
        try {
            FaultPlan plan = PlanReading.of(visit.body());
            if (plan.answer() != null && !tenant.hasAnswer(plan.answer())) {
                throw Problem.badRequest("answer is neither the name nor the status of an answer of any operation");
            }
            return plan;
        } catch (UnusablePlan unusable) {
            throw Problem.badRequest(unusable.sentence());
        }
    }

    private Reply clear(Visit visit) {
        guests.of(visit).faults().reset();
        return Page.done();
    }

    private static Reply show(Tenant tenant) {
        return Page.json(tenant.faults().plan().toJson());
    }
}
