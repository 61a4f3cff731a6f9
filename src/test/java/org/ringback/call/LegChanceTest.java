package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Many calls with one number make no pairs where nothing but chance lets them begin and end together. */
class LegChanceTest {

    private static final int CALLS = 60;

    private final Flow flow = new Flow();
    private final Random random = new Random(1);
    private final Map<Double, Runnable> steps = new TreeMap<>();

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    private void refused(String caller, String callee, String client, String server, double time, double end) {
        String id = "call-" + steps.size();
        steps.put(
                time,
                () -> flow.call(id, caller, callee).from(client).to(server).invite());
        steps.put(
                end, () -> flow.call(id, caller, callee).from(server).to(client).responds(486));
    }

    private long linked() {
        double now = 0;
        for (var step : steps.entrySet()) {
            flow.after(step.getKey() - now);
            now = step.getKey();
            step.getValue().run();
        }
        List<Call> calls = flow.calls();
        LegLinks links = LegLinks.of(calls);
        return calls.stream().filter(call -> links.above(call).isPresent()).count();
    }

    private void refusedAtAnyTime(String caller, String callee, String client, String server) {
        double time = between(0, CALLS / 3.0);
        refused(caller, callee, client, server, time, time + between(0.05, 0.2));
    }

    @Test
    void callersOfOneNumberThroughTwoSystems() {
        for (int i = 0; i < CALLS; i++) {
            refusedAtAnyTime("4930111" + (1000 + i), "498001234567", "carrier", "sbc");
            refusedAtAnyTime("4940222" + (1000 + i), "498001234567", "gateway", "pbx");
        }

        assertThat(linked()).isZero();
    }

    @Test
    void aCallCenterThatCallsFromTwoSystems() {
        for (int i = 0; i < CALLS; i++) {
            refusedAtAnyTime("4989777000", "4930111" + (1000 + i), "dialer", "trunk");
            refusedAtAnyTime("4989777000", "4940222" + (1000 + i), "second-dialer", "second-trunk");
        }

        assertThat(linked()).isZero();
    }

    private void throughAnSbc(double time, String outside, String inside) {
        double end = time + between(0.1, 0.2);
        int number = steps.size();
        refused("4989777000", "4930111" + (1000 + number), "carrier", outside, time, end);
        refused("4989777000", "2" + number, inside, "pbx", time + 0.02, end - 0.01);
    }

    @Test
    void butAnSbcWithAnAddressOnEachSidePassesOnWhatComes() {
        for (int i = 0; i < CALLS; i++) {
            throughAnSbc(i / 3.0, "sbc-outside", "sbc-inside");
        }

        assertThat(linked()).isEqualTo(CALLS);
    }

    @Test
    void andByWhicheverOfItsAddresses() {
        for (int i = 0; i < CALLS; i++) {
            throughAnSbc(i / 3.0, "sbc-outside-" + i % 2, "sbc-inside-" + i % 3);
        }

        assertThat(linked()).isEqualTo(CALLS);
    }

    @Test
    void aNumberThatFewCallsHaveIsEnoughBesideManyOthers() {
        for (int i = 0; i < CALLS; i++) {
            refusedAtAnyTime("4930333" + (1000 + i), "498001234567", "carrier", "sbc-outside");
            refusedAtAnyTime("4940222" + (1000 + i), "4950444" + (1000 + i), "sbc-inside", "pbx");
        }
        refused("4930111222", "498001234567", "carrier", "sbc-outside", 30, 30.2);
        refused("4930111222", "201", "sbc-inside", "pbx", 30.02, 30.19);

        assertThat(linked()).isOne();
    }
}
