package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;

/** Calls that have nothing to do with each other and look as if they had: a hotline, a conference, a queue, who dials again. */
@BesideOthers
class LegLookAlikesTest {

    private static final double GOAL = 0.98;

    private static final String HOTLINE = "+498001234567";

    /** What happens in it, by its time; in a log without times only the order is left. */
    private static final class Mix {
        private final Random random;
        private final Map<Double, List<Consumer<Flow>>> steps = new TreeMap<>();
        private final Set<Set<String>> pairs = new HashSet<>();
        private int calls;

        private Mix(long seed) {
            random = new Random(seed);
        }

        double between(double least, double most) {
            return least + random.nextDouble() * (most - least);
        }

        String number() {
            return "+4930" + (1_000_000 + random.nextInt(8_999_999));
        }

        /** A leg with what is said to it after so many seconds, such as 180 and 200. */
        String leg(String caller, String callee, String client, String server, double time, double... told) {
            String id = "leg-" + calls++;
            at(
                    time,
                    flow -> flow.call(id, caller, callee)
                            .from(client)
                            .to(server)
                            .invite());
            for (int i = 0; i + 1 < told.length; i += 2) {
                int status = (int) told[i + 1];
                at(time + told[i], flow -> {
                    flow.call(id, caller, callee).from(server).to(client).responds(status);
                    if (status >= 300) {
                        flow.from(client).to(server).ackToFailure();
                    } else if (status >= 200) {
                        flow.from(client).to(server).ack();
                    }
                });
            }
            return id;
        }

        void ends(String id, String caller, String callee, String client, String server, double time) {
            at(
                    time,
                    flow -> flow.call(id, caller, callee)
                            .from(client)
                            .to(server)
                            .cseq(2)
                            .bye());
        }

        void pair(String one, String other) {
            pairs.add(Set.of(one, other));
        }

        private void at(double time, Consumer<Flow> step) {
            steps.computeIfAbsent(time, _ -> new ArrayList<>()).add(step);
        }

        List<Call> calls(boolean timed) {
            var flow = new Flow();
            if (!timed) {
                flow.untimed();
            }
            double now = 0;
            for (var step : steps.entrySet()) {
                flow.after(step.getKey() - now);
                now = step.getKey();
                step.getValue().forEach(each -> each.accept(flow));
            }
            return flow.calls();
        }
    }

    record Kind(boolean timed, boolean legs, Consumer<Mix> calls) {}

    private static Named<Kind> alone(String name, Consumer<Mix> calls) {
        return Named.of(name, new Kind(true, false, calls));
    }

    private static Named<Kind> legs(String name, Consumer<Mix> calls) {
        return Named.of(name, new Kind(true, true, calls));
    }

    private static Named<Kind> log(String name, Consumer<Mix> calls) {
        return Named.of(name, new Kind(false, true, calls));
    }

    static Stream<Named<Kind>> mixes() {
        return Stream.of(
                alone("a hotline behind two carriers that answers at once", LegLookAlikesTest::hotline),
                legs("a hotline through an SBC, and others who call it elsewhere", LegLookAlikesTest::hotlineAndSbc),
                alone("a conference that begins for all", LegLookAlikesTest::conference),
                alone("who dials again through another server", LegLookAlikesTest::redials),
                legs("a queue that calls its agents", LegLookAlikesTest::queue),
                alone("a dialer with one number and two trunks", LegLookAlikesTest::dialer),
                alone("two phones that call each other at once", LegLookAlikesTest::crossing),
                alone("hidden callers of one number at two SBCs", LegLookAlikesTest::hidden),
                log("a log of a hotline", mix -> inLog(mix, true, false)),
                log("a log of who dials again", mix -> inLog(mix, false, true)),
                log("a log of hidden callers of a hotline", mix -> inLog(mix, true, true)));
    }

    private static void hotline(Mix mix) {
        for (int i = 0; i < 40; i++) {
            String side = i % 2 == 0 ? "a" : "b";
            double time = mix.between(0, 20);
            String caller = mix.number();
            String id = mix.leg(caller, HOTLINE, "carrier-" + side, "sbc-" + side, time, 0.05, 180, 0.1, 200);
            mix.ends(id, caller, HOTLINE, "carrier-" + side, "sbc-" + side, time + mix.between(1, 20));
        }
    }

    private static void hotlineAndSbc(Mix mix) {
        for (int i = 0; i < 20; i++) {
            double time = mix.between(0, 30);
            String caller = mix.number();
            String outside = mix.leg(caller, HOTLINE, "carrier", "sbc-out", time, 0.3, 180, 2.5, 200);
            String inside = mix.leg("+4989777000", HOTLINE, "sbc-in", "pbx", time + 0.03, 0.26, 180, 2.46, 200);
            mix.pair(outside, inside);
            double other = mix.between(0, 30);
            mix.leg(mix.number(), HOTLINE, "gateway", "second-pbx", other, 0.2, 180, mix.between(1, 4), 200);
        }
    }

    private static void conference(Mix mix) {
        for (int i = 0; i < 30; i++) {
            String side = i % 2 == 0 ? "a" : "b";
            mix.leg(
                    mix.number(),
                    "+4989555100",
                    "carrier-" + side,
                    "sbc-" + side,
                    mix.between(0, 6),
                    0.02,
                    180,
                    0.04,
                    200);
        }
    }

    private static void redials(Mix mix) {
        for (int i = 0; i < 20; i++) {
            double time = i * 3 + mix.between(0, 1);
            String called = mix.number();
            String caller = "20" + i % 5;
            mix.leg(caller, called, "phone-" + i % 5, "server-1", time, 0.1, 183, 1.2, 503);
            mix.leg(caller, called, "phone-" + i % 5, "server-2", time + 1.4, 0.1, 183, 1.2, 503);
        }
    }

    private static void queue(Mix mix) {
        for (int i = 0; i < 25; i++) {
            double time = mix.between(0, 60);
            String caller = mix.number();
            String id = mix.leg(caller, "+4989555000", "carrier", "pbx", time, 0.01, 200);
            double served = time + mix.between(2, 4);
            String agent =
                    mix.leg(caller, "2" + (10 + i), "pbx", "agent-" + i, served, 0.2, 180, mix.between(1, 3), 200);
            mix.pair(id, agent);
            mix.ends(id, caller, "+4989555000", "carrier", "pbx", served + 20);
            mix.ends(agent, caller, "2" + (10 + i), "pbx", "agent-" + i, served + 20.01);
        }
    }

    private static void dialer(Mix mix) {
        for (int i = 0; i < 50; i++) {
            String side = i % 2 == 0 ? "a" : "b";
            mix.leg(
                    "+4989777000",
                    mix.number(),
                    "dialer-" + side,
                    "trunk-" + side,
                    mix.between(0, 30),
                    0.3,
                    180,
                    mix.between(1, 8),
                    i % 3 == 0 ? 486 : 200);
        }
    }

    private static void crossing(Mix mix) {
        for (int i = 0; i < 15; i++) {
            double time = i * 4.0;
            mix.leg("10" + i, "20" + i, "phone-a" + i, "pbx", time, 0.1, 180, 2, 486);
            mix.leg("20" + i, "10" + i, "phone-b" + i, "pbx", time + 0.05, 0.1, 180, 1.95, 486);
        }
    }

    private static void hidden(Mix mix) {
        for (int i = 0; i < 40; i++) {
            String side = i % 2 == 0 ? "a" : "b";
            mix.leg(
                    "anonymous",
                    HOTLINE,
                    "carrier-" + side,
                    "sbc-" + side,
                    mix.between(0, 25),
                    0.06,
                    180,
                    mix.between(0.5, 4),
                    200);
        }
    }

    /** Calls that go on, and as many that end at the system itself, whose log it is. */
    private static void inLog(Mix mix, boolean hotline, boolean hidden) {
        for (int i = 0; i < 20; i++) {
            double time = mix.between(0, 30);
            String called = hotline ? HOTLINE : "+49891234" + (100 + i % 4);
            String caller = hidden ? "anonymous" : mix.number();
            double end = mix.between(0.5, 3);
            String above = mix.leg(caller, called, "carrier", "pbx", time, end, 486);
            if (i % 2 == 0) {
                String below = mix.leg(caller, called, "pbx", "phone-" + i, time + 0.02, end - 0.04, 486);
                mix.pair(above, below);
            } else {
                mix.leg(mix.number(), called, "pbx", "outside", time + mix.between(1, 3), mix.between(0.2, 1), 486);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void nearlyAllLinksAreRight(Kind kind) {
        int linked = 0;
        int right = 0;
        Set<String> wrong = new HashSet<>();
        for (long seed = 1; seed <= 5; seed++) {
            var mix = new Mix(seed);
            kind.calls().accept(mix);
            List<Call> calls = mix.calls(kind.timed());
            LegLinks links = LegLinks.of(calls);
            for (Call call : calls) {
                for (LegLink link : links.below(call)) {
                    Set<String> pair = Set.of(link.one().callId(), link.other().callId());
                    linked++;
                    right += mix.pairs.contains(pair) ? 1 : 0;
                    if (!mix.pairs.contains(pair)) {
                        wrong.add(seed + " " + link.reason() + " " + link.confidence() + " " + pair);
                    }
                }
            }
        }
        assertThat(linked == 0).as("links where there are legs").isEqualTo(!kind.legs());
        assertThat(right).as("right of %s: %s", linked, wrong).isGreaterThanOrEqualTo((int) Math.ceil(linked * GOAL));
    }
}
