package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Standing;
import io.s360.iid.verify.exchange.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out how a situation can be brought about with what the cast has. */
final class Scenes {

    private final Cast cast;
    private final Draws draws;
    private final Stagehand stagehand;

    Scenes(Contract contract, Cast cast, Draws draws) {
        this.cast = cast;
        this.draws = draws;
        this.stagehand = new Stagehand(contract, draws);
    }

    /**
     * A way to a situation.
     *
     * @param variant how it differs from other ways to the same situation; empty if it is the only one
     * @param arrange brings it about and gives the keys for the request, by the name of the resource
     */
    record Scene(Demo.Client client, String variant, Function<Stage, Map<String, String>> arrange) {

        private Scene with(Resource resource, String also, Function<Stage, String> key) {
            String described = variant.isEmpty() ? also : also.isEmpty() ? variant : variant + "; " + also;
            return new Scene(client, described, stage -> {
                Map<String, String> keys = new HashMap<>(arrange.apply(stage));
                keys.put(resource.name(), key.apply(stage));
                return keys;
            });
        }
    }

    /** All ways to a situation that differ in what the contract speaks of; none if the cast cannot play it. */
    List<Scene> of(Operation operation, Situation situation) {
        for (Demo.Client client : cast.clients(operation, situation.granted())) {
            List<Scene> scenes = playedBy(client, operation, situation);
            if (!scenes.isEmpty()) {
                return scenes;
            }
        }
        return List.of();
    }

    private List<Scene> playedBy(Demo.Client client, Operation operation, Situation situation) {
        List<Setting> settings = List.of(new Setting(new Scene(client, "", stage -> new HashMap<>()), Map.of()));
        for (Resource subject : operation.subjects()) {
            List<Setting> wider = new ArrayList<>();
            for (Setting setting : settings) {
                Standing standing = situation.standing(subject.name());
                wider.addAll(
                        standing.isUnknown()
                                ? strangers(operation, subject, setting)
                                : natives(subject, standing, setting));
            }
            settings = wider;
        }
        return settings.stream().map(Setting::scene).toList();
    }

    /** A scene as far as it has come, and the keys in it that are known before it is played. */
    private record Setting(Scene scene, Map<String, String> seeded) {

        private Setting with(Resource resource, String variant, String key) {
            Map<String, String> more = new HashMap<>(seeded);
            more.put(resource.name(), key);
            return new Setting(scene.with(resource, variant, stage -> key), more);
        }

        private Setting with(Resource resource, String variant, Function<Stage, String> key) {
            return new Setting(scene.with(resource, variant, key), seeded);
        }

        private Demo.Client client() {
            return scene.client();
        }
    }

    /** One that stands so, made on the stage if it can be, otherwise seeded. */
    private List<Setting> natives(Resource resource, Standing standing, Setting setting) {
        String parent = resource.within() == null ? null : setting.seeded().get(resource.within());
        boolean canBeMade = parent != null
                && stagehand.wayToMake(resource, setting.client()).isPresent()
                && isActiveSeed(resource.within(), parent)
                && (standing.isActive() || canEnd(resource, standing, setting.client()));
        if (canBeMade) {
            return List.of(setting.with(resource, "", stage -> make(stage, resource, standing, setting)));
        }
        return cast.data().seedsOf(resource.name()).stream()
                .filter(seed -> seed.standing().equals(standing))
                .filter(seed -> Objects.equals(seed.parentKey(), parent))
                .filter(seed ->
                        !resource.ownedByClient() || setting.client().id().equals(seed.owner()))
                .limit(1)
                .map(seed -> setting.with(resource, "", seed.key()))
                .toList();
    }

    private boolean canEnd(Resource resource, Standing standing, Demo.Client client) {
        return standing.reason() != null
                && stagehand.wayToEnd(resource, standing.reason(), client).isPresent();
    }

    private boolean isActiveSeed(@Nullable String resource, String key) {
        return resource != null
                && cast.data().seedsOf(resource).stream()
                        .anyMatch(seed ->
                                seed.key().equals(key) && seed.standing().isActive());
    }

    private String make(Stage stage, Resource resource, Standing standing, Setting setting) {
        String key = stagehand.make(stage, resource, setting.client(), setting.seeded());
        if (!standing.isActive()) {
            Map<String, String> keys = new HashMap<>(setting.seeded());
            keys.put(resource.name(), key);
            stagehand.end(stage, resource, standing.reason(), setting.client(), keys);
        }
        return key;
    }

    /** One that the caller cannot see: invented, or there but under another parent, or another client's. */
    private List<Setting> strangers(Operation operation, Resource resource, Setting setting) {
        String parent = resource.within() == null ? null : setting.seeded().get(resource.within());
        Stream<Setting> invented = Stream.of(setting.with(
                resource, "no such " + resource.name(), stage -> Keys.invented(operation, resource, draws)));
        return Stream.of(invented, ownElsewhere(parent, resource, setting), anothersHere(parent, resource, setting))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Setting> ownElsewhere(@Nullable String parent, Resource resource, Setting setting) {
        String within = resource.within();
        if (within == null || stagehand.wayToMake(resource, setting.client()).isEmpty()) {
            return Stream.of();
        }
        return cast.data().seedsOf(within).stream()
                .filter(seed -> seed.standing().isActive() && !seed.key().equals(parent))
                .limit(1)
                .map(seed -> setting.with(
                        resource,
                        "another " + within + "'s " + resource.name(),
                        stage -> stagehand.make(stage, resource, setting.client(), Map.of(within, seed.key()))));
    }

    private Stream<Setting> anothersHere(@Nullable String parent, Resource resource, Setting setting) {
        if (parent == null || !resource.ownedByClient() || !isActiveSeed(resource.within(), parent)) {
            return Stream.of();
        }
        return cast.otherClient().stream()
                .filter(other -> stagehand.wayToMake(resource, other).isPresent())
                .map(other -> setting.with(
                        resource,
                        "another client's " + resource.name(),
                        stage -> stagehand.make(stage, resource, other, setting.seeded())));
    }
}
