package org.ringback.window.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.ringback.page.Block.About;
import org.ringback.page.Block.Aside;
import org.ringback.page.Block.Card;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Origin;
import org.ringback.page.Block.Part;
import org.ringback.page.Block.Seen;
import org.ringback.page.Block.Steps;
import org.ringback.page.Link;

/** Paints one thing that was found out as a card in the color of its weight. */
final class CardView {

    /** Who has seen so many packets believes it. */
    private static final int MOST_PACKETS = 12;

    private final LinkView links;

    CardView(LinkView links) {
        this.links = links;
    }

    VBox card(Card card) {
        var box = new VBox(
                PageView.chips(card.badges()),
                Prose.text(card.title(), "finding-title"),
                Prose.text(card.what(), "prose"));
        box.getStyleClass().addAll("finding", WeightStyle.of(card.weight()));
        // Else its widest link would keep every text of a narrow card from wrapping.
        box.setMinWidth(0);
        card.origin().ifPresent(origin -> box.getChildren().add(origin(origin)));
        card.parts().forEach(part -> box.getChildren().add(part(part)));
        box.getChildren().add(links.sources(card.links().links()));
        box.getChildren().add(Prose.text(links.named(card.id()), "muted"));
        return box;
    }

    private Node origin(Origin origin) {
        var box = new VBox();
        for (Fact fact : origin.who()) {
            box.getChildren().add(Prose.text(links.named(fact), "prose"));
        }
        box.getChildren().add(Prose.text(origin.basis().value(), "muted"));
        box.getStyleClass().add("origin");
        return box;
    }

    private Node part(Part part) {
        var box = new VBox(Prose.text(part.label(), "about"), content(part));
        box.getStyleClass().add("finding-part");
        box.setMinWidth(0);
        return box;
    }

    /** What leads to a message, and below it packets, of which those that are shown nowhere can be copied at least. */
    private Node seen(List<Link.Proof> proofs, List<Link.Packet> packets) {
        var box = new VBox();
        if (!proofs.isEmpty()) {
            box.getChildren().add(Prose.flow(proofs.stream().map(links::proof).toList()));
        }
        packets.stream().limit(MOST_PACKETS).forEach(packet -> box.getChildren().add(links.packet(packet)));
        box.setMinWidth(0);
        return box;
    }

    private Node content(Part part) {
        return switch (part) {
            case Seen(var _, var proofs, var packets) -> seen(proofs, packets);
            case Steps(var _, var texts) -> Prose.steps(texts);
            case Aside(var _, var text) -> Prose.text(text, "muted");
            case About(var _, var codes) -> links.codes(codes);
        };
    }
}
