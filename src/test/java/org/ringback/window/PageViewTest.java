package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.language.Texts;
import org.ringback.page.Badge;
import org.ringback.page.Block;
import org.ringback.page.Document;
import org.ringback.page.Link;
import org.ringback.settings.Settings;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageView;
import org.ringback.window.text.WrappedText;

/** Documents as nodes: nothing that they say is lost, and their links lead where they say. */
class PageViewTest {

    private static final Link.Code BUSY = new Link.Code("all in one", 486, "w2", "w2");
    private static final Link.Code TRYING = new Link.Code("all in one", 100, "w5", "w6");
    private static final Block.Paragraph WORDS = new Block.Paragraph("w1");

    private final List<Object> followed = new ArrayList<>();
    /** It only lends its texts: no block gets into it. */
    private static WindowUnderTest window;

    @BeforeAll
    static void open() {
        window = WindowUnderTest.open(new Settings("en", "light", "handbook", 486, 486, 600, null));
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private PageView view() {
        Texts texts = window.session().answers().get().texts();
        return new PageView(
                texts,
                new LinkTargets(
                        followed::add,
                        followed::add,
                        followed::add,
                        packet -> Optional.ofNullable(packet).map(shown -> () -> followed.add(shown))));
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(PageViewTest::all)
                        : Stream.empty());
    }

    private static Stream<Node> labels(Node node) {
        return all(node).filter(each -> !VisibleTexts.of(each).isEmpty());
    }

    private static final Sighting SHOWN =
            new Sighting(0, 7, 0, new Endpoint("192.0.2.1", 0), new Endpoint("192.0.2.2", 0), Sighting.Kind.ICMP);

    private List<String> shown(Block block) {
        return window.onFx(
                () -> labels(view().block(block)).map(VisibleTexts::of).toList());
    }

    static List<Block> blocks() {
        var lists = new Block.Items(true, List.of("w1", "w2"));
        return List.of(
                new Block.Heading("w1"),
                new Block.Subheading("w1"),
                WORDS,
                new Block.Note("w1"),
                lists,
                new Block.Items(false, List.of("w1", "w2")),
                new Block.Paragraphs(List.of("w1", "w2")),
                new Block.Reasons(List.of(new Block.Reason("w1", "w2", "w1, w2"))),
                new Block.Facts(List.of(new Block.Fact("w1", "w2"))),
                new Block.Points(BUSY, TRYING, List.of(new Block.Point("w1", "w4", "w7"))),
                new Block.SideBySide(BUSY, TRYING, List.of(new Block.Row("w1", lists, lists))),
                new Block.Pair("w1", "w2"),
                new Block.Links(List.of(new Link.Web("w1, w2", "https://example.org/#2", "w1", "w2"))),
                new Block.Codes(List.of(BUSY)),
                new Block.Jumps("w1", List.of(new Block.Jump("w2", 1))),
                new Block.Picture("<svg/>", "w1"),
                new Block.Verbatim(1, "w1", "w2"),
                new Block.Table(List.of("w1", "w2"), 1, List.of(List.of("w3", "w4"))),
                new Block.Section("w1", List.of(new Badge.Fallback("w2")), List.of(new Block.Paragraph("w3"))),
                new Block.Badges(List.of(new Badge.Remark("w1"), new Badge.Warning("w2"))),
                new Block.Lead("w1", BUSY.codeClass()),
                new Block.Callout(List.of("w1", "w2")),
                new Block.Card(
                        Weight.TROUBLE,
                        "all in one",
                        "w1",
                        List.of(new Badge.Weighed("w2", Weight.TROUBLE)),
                        "w3",
                        Optional.of(new Block.Origin(List.of(new Block.Fact("w4", "w5")), new Block.Fact("why", "w6"))),
                        List.of(
                                new Block.Seen(
                                        "w7",
                                        List.of(new Link.Proof("in words", "w8", null)),
                                        List.of(new Link.Packet("w17", null))),
                                new Block.Steps("w9", List.of("w10")),
                                new Block.Aside("w11", "w12"),
                                new Block.About("w13", List.of(new Link.Code("", 486, "w14", "explained")))),
                        new Block.Links(List.of()),
                        new Block.Fact("w15", "w16")));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyWordOfABlockIsShown(Block block) {
        List<String> shown = shown(block);
        long words = Stream.of(block.toString().split("\\W+"))
                .filter(word -> word.matches("w\\d+"))
                .distinct()
                .peek(word -> assertThat(String.join(" ", shown)).contains(word))
                .count();
        assertThat(words).isPositive();
    }

    @Test
    void everyKindOfBlockIsTried() {
        List<Class<?>> tried = new ArrayList<>();
        blocks().forEach(block -> tried.add(block.getClass()));

        assertThat(tried).containsAll(kinds(Block.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> block) {
        return block.isSealed()
                ? Stream.of(block.getPermittedSubclasses()).flatMap(PageViewTest::kinds)
                : Stream.of(block);
    }

    @Test
    void linksLeadWhereTheySay() {
        var address = new Link.Web("", "https://example.org/#here", "all of it", "here");
        for (Block block : List.of(new Block.Codes(List.of(BUSY)), new Block.Links(List.of(address)))) {
            window.act(() -> labels(view().block(block))
                    .filter(ButtonBase.class::isInstance)
                    .forEach(button -> ((ButtonBase) button).fire()));
        }

        assertThat(followed).containsExactly(486, "https://example.org/", "https://example.org/#here");
    }

    @Test
    void aPacketIsALinkOnlyWhereItIsShown() {
        var seen =
                new Block.Seen("", List.of(), List.of(new Link.Packet("shown", SHOWN), new Link.Packet("not", null)));
        var card = new Block.Card(
                Weight.TROUBLE,
                "",
                "",
                List.of(),
                "",
                Optional.empty(),
                List.of(seen),
                new Block.Links(List.of()),
                new Block.Fact("", ""));
        window.act(() -> {
            List<WrappedText> links = new ArrayList<>();
            all(view().block(card))
                    .filter(node -> node.getStyleClass().contains("packet-link"))
                    .forEach(link -> links.add((WrappedText) link));
            assertThat(links).extracting(WrappedText::getText).containsExactly("shown");
            links.getFirst()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });

        assertThat(followed).containsExactly(SHOWN);
    }

    @Test
    void aPageWithoutAMastheadBeginsWithItsTitle() {
        var english = window.session().answers().get().language();
        var page = new Document(english, "title", List.of(WORDS));

        assertThat(window.onFx(
                        () -> labels(view().page(page)).map(VisibleTexts::of).toList()))
                .containsExactly("title", "w1");
    }
}
