package org.ringback.window.kit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Sighting;
import org.ringback.page.Link;

/**
 * Where the links of a page lead.
 *
 * @param openCode opens the page of a code
 * @param openAddress opens an address in the user's browser
 * @param showMessage shows a message of the open call
 * @param packets what shows a packet that is no message, if it is shown anywhere
 */
public record LinkTargets(
        IntConsumer openCode,
        Consumer<String> openAddress,
        Consumer<Message> showMessage,
        Function<Sighting, Optional<Runnable>> packets) {

    /** Where no packets are shown. */
    public LinkTargets(IntConsumer openCode, Consumer<String> openAddress, Consumer<Message> showMessage) {
        this(openCode, openAddress, showMessage, _ -> Optional.empty());
    }

    /** Of a page that proves nothing with messages. */
    public static LinkTargets of(IntConsumer openCode, Consumer<String> openAddress) {
        return new LinkTargets(openCode, openAddress, message -> {});
    }

    void follow(Link link) {
        switch (link) {
            case Link.Code code -> openCode.accept(code.number());
            case Link.Web address -> openAddress.accept(address.url());
            case Link.Proof proof -> showMessage.accept(proof.message());
            case Link.Packet packet -> packets.apply(packet.packet()).ifPresent(Runnable::run);
        }
    }
}
