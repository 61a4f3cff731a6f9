package org.ringback.window.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Answers;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.FindingText;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.language.TextKey;
import org.ringback.sip.Printable;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.PageParts;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WeightStyle;
import org.ringback.window.kit.WindowText;
import org.ringback.words.FindingLabel;
import org.ringback.words.LadderText;

/** One thing that was found out about a call; made anew for another language. */
final class FindingCard {

    private final Answers answers;
    private final PageParts parts;
    private final Finding finding;
    private final FindingText words;
    private final List<String> legs;
    private final Consumer<Message> select;
    private final IntConsumer openCode;
    private final Consumer<String> openAddress;

    /**
     * Takes what the card shows and where its links lead.
     *
     * @param legs the letters of those of which it is true; empty if there is only one
     * @param select shows a message of the call
     */
    FindingCard(
            Answers answers,
            Finding finding,
            List<String> legs,
            Consumer<Message> select,
            IntConsumer openCode,
            Consumer<String> openAddress) {
        this.answers = answers;
        this.parts = new PageParts(answers);
        this.finding = finding;
        this.words = answers.finding(finding);
        this.legs = legs;
        this.select = select;
        this.openCode = openCode;
        this.openAddress = openAddress;
    }

    VBox build() {
        var weight = finding.kind().weight();
        var kind = PageParts.chip(parts.get(weight), "weight-chip");
        kind.setGraphic(Icons.of(WeightStyle.glyph(weight)));
        var chips = new FlowPane(kind, PageParts.chip(parts.get(finding.certainty()), "certainty"));
        chips.getStyleClass().add("flow");
        for (String leg : legs) {
            chips.getChildren().add(PageParts.chip(answers.texts().get(LadderText.LEG, leg), "certainty"));
        }
        if (words.filled()) {
            chips.getChildren().add(parts.inEnglish());
        }
        var card =
                new VBox(chips, Prose.text(Printable.of(words.title()), "finding-title"), prose(words.what(), "prose"));
        card.getStyleClass().addAll("finding", WeightStyle.of(weight));
        // Else its widest link would keep every text of a narrow card from wrapping.
        card.setMinWidth(0);
        finding.origin().ifPresent(origin -> card.getChildren().add(origin(origin)));
        if (!finding.evidence().isEmpty()) {
            add(card, FindingLabel.EVIDENCE, evidence());
        }
        if (!words.remedy().isEmpty()) {
            add(card, FindingLabel.REMEDY, Prose.steps(printable(words.remedy())));
        }
        if (!words.disproof().isBlank()) {
            add(card, FindingLabel.DISPROOF, prose(words.disproof(), "muted"));
        }
        List<Integer> codes = codes();
        if (!codes.isEmpty()) {
            add(card, CallsViewText.CODES, parts.codes(codes, openCode));
        }
        card.getChildren()
                .add(Prose.sources(
                        parts.sources(List.of(finding.kind().reference())),
                        parts.get(WindowText.OPENS_IN_BROWSER),
                        openAddress));
        return card;
    }

    private static Node prose(String words, String style) {
        return Prose.text(Printable.of(words), style);
    }

    private static List<String> printable(List<String> texts) {
        return texts.stream().map(Printable::of).toList();
    }

    private void add(VBox card, TextKey heading, Node content) {
        var section = new VBox(Prose.text(parts.get(heading), "about"), content);
        section.getStyleClass().add("finding-part");
        section.setMinWidth(0);
        card.getChildren().add(section);
    }

    private Node origin(Origin origin) {
        String place = place(origin.firstSaidBy());
        List<Node> lines = new ArrayList<>();
        lines.add(fact(
                FindingLabel.FIRST_SAID_BY,
                origin.software().isEmpty()
                        ? place
                        : parts.get(FindingLabel.SAID_WITH_SOFTWARE, place, origin.software())));
        if (!origin.relayedBy().isEmpty()) {
            String relays = origin.relayedBy().stream().map(FindingCard::place).collect(Collectors.joining(", "));
            lines.add(fact(FindingLabel.RELAYED_BY, relays));
        }
        lines.add(prose(parts.get(origin.basis()), "muted"));
        var box = new VBox();
        box.getChildren().setAll(lines);
        box.getStyleClass().add("origin");
        return box;
    }

    private Node fact(FindingLabel name, String value) {
        return prose(parts.get(name) + ": " + value, "prose");
    }

    private static String place(Endpoint endpoint) {
        return endpoint.host().isEmpty() ? "?" : endpoint.text();
    }

    private Node evidence() {
        List<Message> messages = finding.evidence();
        boolean dated = CallWords.differentDays(
                messages.getFirst().time(), messages.getLast().time());
        return Prose.flow(messages.stream().map(message -> link(message, dated)).toList());
    }

    private Node link(Message message, boolean dated) {
        String name = message.name();
        var link =
                new Hyperlink(name + "  " + CallWords.time(message.time(), dated), Icons.of(Feather.CORNER_DOWN_RIGHT));
        link.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        link.setAccessibleHelp(parts.get(CallsViewText.EVIDENCE_HELP));
        link.getStyleClass().add("evidence");
        link.setUserData(message);
        link.setOnAction(click -> select.accept(message));
        return link;
    }

    /** Those that the finding names, then those of its proof. */
    private List<Integer> codes() {
        var codes = new TreeSet<Integer>();
        finding.values().values().forEach(value -> named(value).ifPresent(codes::add));
        finding.evidence().stream()
                .map(message -> message.head().status())
                .filter(status -> status >= 300)
                .forEach(codes::add);
        return codes.stream().filter(code -> answers.find(code).isPresent()).toList();
    }

    private static Optional<Integer> named(Value value) {
        return value instanceof Value.Code(int status, String _) ? Optional.of(status) : Optional.empty();
    }
}
