package org.ringback.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Described;

/** Calls that are in order, each over several transports: whoever finds something wrong with them is wrong. */
final class HealthyCalls {

    private static final String HOLD = Described.audio(
            Scene.ALICE, 4000, "0 101", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16", "a=sendonly");
    private static final String HELD = Described.audio(
            Scene.PBX, 6000, "0 101", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16", "a=recvonly");

    private HealthyCalls() {}

    static List<KnownCalls> all() {
        List<KnownCalls> all = new ArrayList<>();
        stories().forEach((story, told) -> {
            for (Transport transport : List.of(Transport.UDP, Transport.TCP, Transport.TLS)) {
                all.add(new KnownCalls(
                        story + ", " + transport,
                        new Truth(
                                Truth.HEALTHY, story, Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty()),
                        () -> told.apply(new Scene().over(transport)).examined()));
            }
        });
        return all;
    }

    private static Map<String, UnaryOperator<Scene>> stories() {
        Map<String, UnaryOperator<Scene>> stories = new LinkedHashMap<>();
        stories.put(
                "a call that the caller ends", scene -> talks(scene).after(60).hangsUp());
        stories.put(
                "a call that the callee ends", scene -> talks(scene).after(60).isHungUpOn());
        stories.put(
                "a call that is answered at once",
                scene -> scene.calls().after(0.1).answers().after(9).hangsUp());
        stories.put(
                "tones of the network before the answer",
                scene -> scene.calls().playsTones().after(4).answers().after(30).hangsUp());
        stories.put(
                "tones, ringing and the answer",
                scene -> scene.calls()
                        .playsTones()
                        .rings()
                        .after(8)
                        .answers()
                        .after(30)
                        .isHungUpOn());
        stories.put(
                "a caller who gives up",
                scene -> scene.calls().rings().after(12).givesUp());
        stories.put(
                "hold and back",
                scene -> talks(scene)
                        .after(10)
                        .changes(HOLD, HELD)
                        .after(20)
                        .changes(Scene.offer(), Scene.answer())
                        .after(10)
                        .hangsUp());
        stories.put(
                "a session that is refreshed",
                scene -> talks(scene)
                        .after(900)
                        .changes(Scene.offer(), Scene.answer())
                        .after(900)
                        .changes(Scene.offer(), Scene.answer())
                        .after(300)
                        .hangsUp());
        stories.put(
                "questions within a call",
                scene -> talks(scene)
                        .after(5)
                        .asks("OPTIONS", 200, "OK")
                        .after(5)
                        .asks("OPTIONS", 200, "OK")
                        .after(20)
                        .hangsUp());
        stories.put(
                "key presses by INFO",
                scene -> talks(scene)
                        .after(5)
                        .asks("INFO", 200, "OK", "Info-Package: dtmf")
                        .after(20)
                        .hangsUp());
        stories.put(
                "a server that is asked whether it lives",
                scene -> scene.sends("OPTIONS", 200, "OK", "", "").after(30).sends("OPTIONS", 200, "OK", "", ""));
        stories.put("a message", scene -> scene.sends("MESSAGE", 200, "OK", "", ""));
        stories.put("two calls one after the other", scene -> {
            talks(scene).after(20).hangsUp();
            scene.trace().after(5).call("call-2", "alice", "bob");
            return talks(scene).after(20).hangsUp();
        });
        stories.put("a server that is too busy for a moment", scene -> {
            scene.calls().after(0.1).refuses(503, "Service Unavailable", "Retry-After: 2");
            scene.trace().after(2.5).call("call-2", "alice", "bob");
            return talks(scene).after(20).hangsUp();
        });
        stories.put("a question for the name of the caller before the call", scene -> {
            scene.trace().from("alice").to("names").uri("sip:bob@names.example").request("INVITE");
            scene.trace()
                    .from("names")
                    .to("alice")
                    .header("Contact: \"Alice\" <sip:alice@names.example>")
                    .responds(302);
            scene.trace().from("alice").to("names").acknowledges();
            scene.trace().after(0.05).call("call-2", "alice", "bob");
            return talks(scene).after(20).hangsUp();
        });
        return stories;
    }

    private static Scene talks(Scene scene) {
        return scene.calls().rings().after(3).answers();
    }
}
