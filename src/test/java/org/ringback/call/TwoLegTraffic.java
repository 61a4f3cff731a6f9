package org.ringback.call;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A busy B2BUA: calls come from a carrier or from phones, and each goes on to one or more other ones. The same seed makes the
 * same traffic. Which legs belong together is known.
 */
final class TwoLegTraffic {

    /** Whom the legs name as the caller. */
    enum Callers {
        /** Everybody calls once. */
        DISTINCT,
        /** Three in ten hide who they are. */
        SOME_HIDDEN,
        ALL_HIDDEN,
        /** Twenty people who call again and again. */
        TWENTY,
        /** The second leg shows the number of the company. */
        MASKED
    }

    /** Whom the second leg calls. */
    enum Callees {
        /** One number for all, behind which the dial plan finds a phone. */
        PHONE_BEHIND_ONE_NUMBER,
        /** The same number without the prefix for outside calls, with that of the country. */
        OTHER_PREFIX
    }

    /**
     * What the traffic is like.
     *
     * @param rate calls in a second
     * @param forks the most phones that ring for one call
     * @param answered how many of a hundred are answered; of the others some are canceled, unless none is answered
     * @param ahead by how many seconds the clock of the second leg's capture is wrong; 0 for one capture
     */
    record Shape(double rate, Callers callers, Callees callees, int forks, int answered, double ahead) {

        static Shape of(double rate, Callers callers) {
            return new Shape(rate, callers, Callees.PHONE_BEHIND_ONE_NUMBER, 1, 70, 0);
        }

        Shape outbound() {
            return new Shape(rate, callers, Callees.OTHER_PREFIX, forks, answered, ahead);
        }

        Shape forking(int most) {
            return new Shape(rate, callers, callees, most, answered, ahead);
        }

        Shape answering(int ofHundred) {
            return new Shape(rate, callers, callees, forks, ofHundred, ahead);
        }

        Shape clocksApart(double seconds) {
            return new Shape(rate, callers, callees, forks, answered, seconds);
        }
    }

    private final Flow flow = new Flow();
    private final Set<Set<String>> pairs = new HashSet<>();
    private final Random random;
    private final Shape shape;
    private double now;

    private TwoLegTraffic(Shape shape, int calls, long seed) {
        this.shape = shape;
        random = new Random(seed);
        double start = 0;
        for (int i = 0; i < calls; i++) {
            start += -Math.log(1 - random.nextDouble()) / shape.rate();
            call(i, start);
        }
    }

    static TwoLegTraffic of(Shape shape, int calls, long seed) {
        return new TwoLegTraffic(shape, calls, seed);
    }

    List<Call> calls() {
        return flow.calls();
    }

    /** The Call-IDs of each two legs of one call. */
    Set<Set<String>> pairs() {
        return pairs;
    }

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** A leg as one side of the B2BUA sees it. */
    private final class Leg {
        private final String id;
        private final String caller;
        private final String callee;
        private final String client;
        private final String server;
        private final boolean second;

        Leg(String id, String caller, String callee, String client, String server, boolean second) {
            this.id = id;
            this.caller = caller;
            this.callee = callee;
            this.client = client;
            this.server = server;
            this.second = second;
        }

        private Flow.Step at(double time, boolean down) {
            double shown = time + (second ? shape.ahead() : 0);
            flow.after(shown - now).call(id, caller, callee).file(second && shape.ahead() != 0 ? 1 : 0);
            now = shown;
            return down ? flow.from(client).to(server) : flow.from(server).to(client);
        }

        void invited(double time) {
            at(time, true).invite();
            at(time + 0.004, false).responds(100);
        }

        void told(double time, int status) {
            at(time, false).responds(status);
            if (status >= 300) {
                at(time + 0.004, true).ackToFailure();
            } else if (status >= 200) {
                at(time + 0.004, true).ack();
            }
        }

        void canceled(double time) {
            at(time, true).cancel();
            at(time + 0.003, false).responds(200, "CANCEL");
            told(time + 0.005, 487);
        }

        void ended(double time, boolean byCaller) {
            if (byCaller) {
                at(time, true).bye();
                at(time + 0.003, false).responds(200, "BYE");
            } else {
                at(time, false).byCallee().bye();
                at(time + 0.003, true).byCallee().responds(200, "BYE");
            }
        }
    }

    private String caller(int number) {
        boolean hidden = shape.callers() == Callers.ALL_HIDDEN
                || (shape.callers() == Callers.SOME_HIDDEN && random.nextInt(10) < 3);
        int who = shape.callers() == Callers.TWENTY ? random.nextInt(20) : number;
        return hidden ? "anonymous" : "+4930" + (1_000_000 + who * 7919 % 8_999_999);
    }

    private void call(int number, double start) {
        String caller = caller(number);
        boolean outbound = shape.callees() == Callees.OTHER_PREFIX;
        String dialed = 1_000_000 + random.nextInt(8_999_999) + "";
        var first = new Leg(
                "a" + number,
                caller,
                outbound ? "0089" + dialed : "+4989555000",
                outbound ? "phone" + random.nextInt(60) : "carrier",
                "pbx",
                false);
        first.invited(start);
        int phones = 1 + random.nextInt(shape.forks());
        double routed = start + between(0.01, 0.06);
        var seconds = new Leg[phones];
        for (int i = 0; i < phones; i++) {
            seconds[i] = new Leg(
                    "b" + number + "-" + i,
                    shape.callers() == Callers.MASKED ? "+4989777000" : caller,
                    outbound ? "+4989" + dialed : "2" + (10 + random.nextInt(80)),
                    "pbx",
                    outbound ? "carrier" : "phone" + random.nextInt(60) + "-" + i,
                    true);
            seconds[i].invited(routed + i * 0.002);
        }
        pair(number, phones);
        goOn(first, seconds, routed);
    }

    private void pair(int number, int phones) {
        for (int i = 0; i < phones; i++) {
            pairs.add(Set.of("a" + number, "b" + number + "-" + i));
            for (int j = 0; j < i; j++) {
                pairs.add(Set.of("b" + number + "-" + j, "b" + number + "-" + i));
            }
        }
    }

    private double passedOn(double time) {
        return time + between(0.002, 0.02);
    }

    private void goOn(Leg first, Leg[] seconds, double routed) {
        double ringing = Double.MAX_VALUE;
        for (Leg second : seconds) {
            double time = routed + between(0.1, 0.4);
            second.told(time, 180);
            ringing = Math.min(ringing, time);
        }
        first.told(passedOn(ringing), 180);
        double end = ringing + between(1, 9);
        Leg winner = seconds[random.nextInt(seconds.length)];
        int fate = random.nextInt(100);
        if (fate < shape.answered()) {
            answered(first, seconds, winner, end);
        } else if (fate < (100 + shape.answered()) / 2 || shape.answered() == 0) {
            for (Leg second : seconds) {
                second.told(second == winner ? end : end - between(0.1, 0.5), 486);
            }
            first.told(passedOn(end), random.nextBoolean() ? 486 : 480);
        } else {
            first.canceled(end);
            for (Leg second : seconds) {
                second.canceled(passedOn(end));
            }
        }
    }

    private void answered(Leg first, Leg[] seconds, Leg winner, double time) {
        winner.told(time, 200);
        for (Leg second : seconds) {
            if (second != winner) {
                second.canceled(passedOn(time));
            }
        }
        first.told(passedOn(time), 200);
        double end = time + between(3, 30);
        boolean byCaller = random.nextBoolean();
        Leg ending = byCaller ? first : winner;
        ending.ended(end, byCaller);
        (byCaller ? winner : first).ended(passedOn(end), byCaller);
    }
}
