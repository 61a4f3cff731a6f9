package org.ringback.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.diagnosis.Trace;

/** What happens around the telephone system of an office: several legs, lamps, registrations and messages that belong together. */
final class OfficeCalls {

    private static final String LOGIN =
            "Authorization: Digest username=\"bob\", realm=\"r\", nonce=\"n\", uri=\"sip:r\", response=\"0\"";

    private final List<KnownCalls> all = new ArrayList<>();

    private OfficeCalls() {}

    static List<KnownCalls> all() {
        var office = new OfficeCalls();
        office.inOrder();
        office.failing();
        return List.copyOf(office.all);
    }

    private void healthy(String story, Consumer<Trace> told) {
        var truth = new Truth(Truth.HEALTHY, story, Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
        add(story, truth, told);
    }

    private void fails(String fault, String cause, String id, Set<String> alsoTrue, Consumer<Trace> told) {
        add(cause, new Truth(fault, cause, Set.of(id), Optional.empty(), Set.of(), alsoTrue, Optional.empty()), told);
    }

    private void add(String name, Truth truth, Consumer<Trace> told) {
        all.add(new KnownCalls(name, truth, () -> {
            var trace = Trace.ofSignaling();
            told.accept(trace);
            return trace.examined();
        }));
    }

    private void inOrder() {
        healthy("a phone that restarted and subscribes to a lamp anew", trace -> {
            subscribes(trace, "old", "dialog");
            notified(trace, "old", "dialog", "active;expires=600", 200);
            notified(trace, "old", "dialog", "active;expires=500", 481);
            subscribes(trace, "new", "dialog");
            notified(trace, "new", "dialog", "active;expires=600", 200);
        });
        healthy("a shared line that is seized and given back", trace -> {
            subscribes(trace, "seized", "line-seize");
            notified(trace, "seized", "line-seize", "active;expires=15", 200);
            notified(trace, "seized", "line-seize", "terminated;reason=noresource", 200);
        });
        healthy("a text that is taken on the second try", trace -> {
            writes(trace, "first", 480);
            writes(trace, "second", 202);
        });
        healthy("a queue whose first agent declines", trace -> {
            trace.call("caller", "4930555", "100")
                    .from("carrier")
                    .to("pbx")
                    .sdp(Scene.offer())
                    .request("INVITE");
            trace.from("pbx").to("carrier").sdp(Scene.answer()).responds(200);
            trace.from("carrier").to("pbx").inside("ACK");
            trace.call("agent-1", "4930555", "71")
                    .after(2)
                    .from("pbx")
                    .to("desk")
                    .sdp(Scene.offer())
                    .request("INVITE");
            trace.from("desk").to("pbx").responds(180);
            trace.after(3).from("desk").to("pbx").refuses(603);
            trace.call("agent-2", "4930555", "72")
                    .after(1)
                    .from("pbx")
                    .to("next")
                    .sdp(Scene.offer())
                    .request("INVITE");
            trace.from("next").to("pbx").responds(180);
            trace.after(3).from("next").to("pbx").sdp(Scene.answer()).responds(200);
            trace.from("pbx").to("next").inside("ACK");
            hangsUp(trace.after(30), "caller", "4930555", "100", "carrier");
        });
        healthy("a keep-alive that is answered with 483", trace -> {
            trace.from("pbx").to("trunk").request("OPTIONS");
            trace.from("trunk").to("pbx").responds(483, "OPTIONS");
        });
    }

    private void failing() {
        fails(
                "subscription",
                "a phone asks for a lamp for too short a time, again and again",
                "min-expires-ignored",
                Set.of("subscribe-refused"),
                trace -> {
                    for (String callId : new String[] {"first", "second"}) {
                        trace.call(callId, "alice", "bob").after(30);
                        trace.from("alice")
                                .to("pbx")
                                .header("Event: dialog")
                                .header("Expires: 30")
                                .request("SUBSCRIBE");
                        trace.from("pbx").to("alice").header("Min-Expires: 60").responds(423, "SUBSCRIBE");
                    }
                });
        fails(
                "no answer",
                "nobody picks up behind the PBX",
                "nobody-answered-behind",
                Set.of("canceled-call"),
                trace -> {
                    called(trace);
                    triesDesk(trace, true);
                    refused(trace, 480);
                });
        fails(
                "no answer",
                "the trunk only tries until the PBX gives up",
                "leg-behind-given-up",
                Set.of("canceled-call", "canceled-before-ringing"),
                trace -> {
                    called(trace);
                    triesDesk(trace, false);
                    refused(trace, 480);
                });
        fails("trunk", "both channels of a trunk are in use", "channels-used-up", Set.of(), trace -> {
            talks(trace, "one");
            talks(trace, "two");
            trace.call("three", "alice", "bob").after(1).from("pbx").to("trunk").request("INVITE");
            trace.from("trunk").to("pbx").header("Reason: Q.850;cause=34").responds(503);
            trace.from("pbx").to("trunk").acknowledges();
        });
        fails(
                "registration",
                "a second device is refused as only one may register",
                "register-held-by-other",
                Set.of("register-forbidden"),
                trace -> {
                    registers(trace, "desk", 200);
                    registers(trace, "cordless", 403);
                });
        fails(
                "dialog",
                "a CANCEL of another branch leaves the phone ringing",
                "cancel-does-not-match",
                Set.of(),
                trace -> {
                    trace.from("pbx").to("desk").request("INVITE");
                    trace.from("desk").to("pbx").responds(180);
                    String via = "Via: SIP/2.0/UDP pbx;branch=z9hG4bK-other";
                    trace.after(6).from("pbx").to("desk").header(via).request("CANCEL");
                    trace.from("desk").to("pbx").header(via).responds(481, "CANCEL");
                    trace.after(30).from("desk").to("pbx").refuses(480);
                });
        fails(
                "rights",
                "a phone rings where it was to answer by itself",
                "intercom-rang",
                Set.of("canceled-call"),
                trace -> {
                    trace.from("pbx")
                            .to("desk")
                            .header("Call-Info: <sip:pbx>;answer-after=0")
                            .request("INVITE");
                    trace.from("desk").to("pbx").responds(180);
                    trace.after(30).from("pbx").to("desk").cancels();
                });
    }

    private static void subscribes(Trace trace, String callId, String event) {
        trace.call(callId, "alice", "bob")
                .after(1)
                .from("alice")
                .to("pbx")
                .header("Event: " + event)
                .request("SUBSCRIBE");
        trace.from("pbx").to("alice").header("Expires: 600").responds(200, "SUBSCRIBE");
    }

    private static void notified(Trace trace, String callId, String event, String state, int status) {
        trace.call(callId, "alice", "bob")
                .after(2)
                .from("pbx")
                .to("alice")
                .byCallee()
                .header("Event: " + event)
                .header("Subscription-State: " + state)
                .inside("NOTIFY");
        trace.from("alice").to("pbx").responds(status, "NOTIFY");
    }

    private static void writes(Trace trace, String callId, int status) {
        trace.call(callId, "alice", "bob")
                .after(20)
                .from("alice")
                .to("pbx")
                .body("text/plain", "On my way")
                .request("MESSAGE");
        trace.from("pbx").to("alice").responds(status, "MESSAGE");
    }

    private static void hangsUp(Trace trace, String callId, String from, String to, String host) {
        trace.call(callId, from, to).from(host).to("pbx").cseq(2).inside("BYE");
        trace.from("pbx").to(host).cseq(2).responds(200, "BYE");
    }

    private static void called(Trace trace) {
        trace.call("caller", "4930555", "100").from("carrier").to("pbx").request("INVITE");
        trace.after(0.01).from("pbx").to("carrier").responds(100);
    }

    private static void triesDesk(Trace trace, boolean ringing) {
        trace.call("desk", "4930555", "201").after(0.02).from("pbx").to("desk").request("INVITE");
        trace.after(0.05).from("desk").to("pbx").responds(ringing ? 180 : 100);
        trace.after(20).from("pbx").to("desk").cancels();
    }

    private static void refused(Trace trace, int status) {
        trace.call("caller", "4930555", "100")
                .after(0.02)
                .from("pbx")
                .to("carrier")
                .responds(status);
        trace.from("carrier").to("pbx").acknowledges();
    }

    private static void talks(Trace trace, String callId) {
        trace.call(callId, callId, "bob").after(1).from("pbx").to("trunk").request("INVITE");
        trace.from("trunk").to("pbx").answers();
    }

    private static void registers(Trace trace, String device, int status) {
        String contact = "Contact: <sip:bob@" + trace.address(device).host() + ">;expires=600";
        trace.call(device, "bob", "bob")
                .after(10)
                .from(device)
                .to("pbx")
                .header(contact)
                .header(LOGIN)
                .request("REGISTER");
        trace.from("pbx").to(device).header(contact).responds(status, "REGISTER");
    }
}
