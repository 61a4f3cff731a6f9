package org.ringback.window.kit;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.ringback.call.Message;
import org.ringback.page.Link;

/**
 * Where the links of a page lead.
 *
 * @param openCode opens the page of a code
 * @param openAddress opens an address in the user's browser
 * @param showMessage shows a message of the open call
 */
public record LinkTargets(IntConsumer openCode, Consumer<String> openAddress, Consumer<Message> showMessage) {

    /** Of a page that proves nothing with messages. */
    public static LinkTargets of(IntConsumer openCode, Consumer<String> openAddress) {
        return new LinkTargets(openCode, openAddress, message -> {});
    }

    void follow(Link link) {
        switch (link) {
            case Link.Code code -> openCode.accept(code.number());
            case Link.Web address -> openAddress.accept(address.url());
            case Link.Proof proof -> showMessage.accept(proof.message());
        }
    }
}
