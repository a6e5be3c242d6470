package io.s360.iid.verify.walk;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.verify.exchange.Backstage;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.walk.Walk.Step;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Foretold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk on its way. */
final class Performance {

    private final Player.Setting setting;
    private final Scenery scenery;
    private final Stage stage;
    private final Trodden trodden;
    private final Requested requested;
    private final @Nullable Backstage backstage;
    private final List<Player.Told> told = new ArrayList<>();
    private boolean isBrokenOff;

    Performance(Player.Setting setting, Scenery scenery, Stage stage, Trodden trodden) {
        this.setting = setting;
        this.scenery = scenery;
        this.stage = stage;
        this.trodden = trodden;
        this.requested = new Requested(setting.contract(), scenery.nonce());
        this.backstage = setting.backstage();
    }

    Optional<Disagreement> of(Walk walk) {
        if (backstage != null) {
            backstage.begin(scenery.props()).forEach(this::tell);
        }
        Optional<Disagreement> disagreement = Optional.empty();
        for (int at = 0; at < walk.steps().size() && disagreement.isEmpty() && !isBrokenOff; at++) {
            Step step = walk.steps().get(at);
            pass(step);
            end(step.end());
            disagreement = step.call() == null ? Optional.empty() : call(step.call(), at);
            trodden.add(scenery.model().takeMoves());
        }
        return disagreement;
    }

    private void tell(String line) {
        told.add(new Player.Told(line, null));
    }

    private void pass(Step step) {
        if (backstage != null && !step.pause().isZero()) {
            scenery.model().advance(step.pause());
            tell(backstage.advance(step.pause()));
        }
    }

    private void end(Walk.@Nullable End end) {
        if (end != null
                && backstage != null
                && scenery.model().standing(end.subject()).isActive()) {
            scenery.model().end(end.subject(), end.reason());
            tell(backstage.end(end.kind(), String.valueOf(scenery.keys().get(end.subject())), end.reason()));
        }
    }

    private Optional<Disagreement> call(Call call, int at) {
        Foretold foretold = scenery.model().call(call);
        Request request = requested.of(call, scenery.keysOf(call));
        Exchange exchange =
                stage.send(backstage == null ? request : request.withTarget(backstage.prefix() + request.target()));
        told.add(new Player.Told(null, exchange));
        if (isTakenByOthers(call, foretold, exchange)) {
            isBrokenOff = true;
            return Optional.empty();
        }
        trodden.add(call, foretold);
        List<Deviation> deviations = setting.judge().deviations(call, foretold, exchange, scenery.keys());
        if (!deviations.isEmpty()) {
            return Optional.of(new Disagreement(at, call, foretold, deviations, List.copyOf(told)));
        }
        if (backstage == null) {
            new Farewell(setting.contract(), requested).arrange(stage, call, foretold, scenery.keys());
        }
        return Optional.empty();
    }

    /** On a target that is not ours, others may hold a part of what is limited. */
    private boolean isTakenByOthers(Call call, Foretold foretold, Exchange exchange) {
        Decision row = foretold.decision();
        return backstage == null
                && row != null
                && row.then().stream().anyMatch(Effect.Create.class::isInstance)
                && call.operation().decisions().stream()
                        .filter(other -> other.given() instanceof Given.AtLimit)
                        .map(Decision::answer)
                        .mapToInt(Answer::status)
                        .anyMatch(status -> status == exchange.response().status());
    }
}
