package org.ringback.window.calls;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.Courses;
import org.ringback.flow.Side;
import org.ringback.flow.ToldQuality;
import org.ringback.language.Texts;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Facts;
import org.ringback.session.Open;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;
import org.ringback.sound.Loudspeaker;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.PageView;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WordLookUp;
import org.ringback.window.share.Sharing;
import org.ringback.window.text.FindBar;
import org.ringback.words.LadderText;
import org.ringback.words.LadderWords;
import org.ringback.words.MeasuredText;
import org.ringback.words.MeasuredWords;
import org.ringback.words.MediaText;
import org.ringback.words.MediaWords;

/** What flowed as media in the open call: both directions over time, one above the other, and below them in figures. */
final class MediaPane extends VBox {

    /** Nobody compares more drawings in one direction, nor reads more tables of figures. */
    private static final int MOST_PLOTS = 8;

    private static final int MOST_TABLES = 24;

    private final Session session;
    private final Sharing sharing;
    private final PageScroll scroll;
    private final InvalidationListener onChange = change -> changed();
    private Optional<Open> shown = Optional.empty();
    private boolean stale = true;

    /** Follows the open call of the session. */
    MediaPane(Session session, Sharing sharing) {
        this.session = session;
        this.sharing = sharing;
        this.scroll = new PageScroll(session.texts(), new WordLookUp(session));
        getStyleClass().addAll("findings-pane", "media-pane");
        setMinWidth(0);
        setVgrow(scroll, Priority.ALWAYS);
        var find = new FindBar(scroll, scroll.reading(), session.texts());
        find.opensFrom(this);
        getChildren().addAll(find, scroll);
        session.calls().openProperty().addListener(onChange);
        session.answers().addListener(onChange);
        sceneProperty().addListener(change -> draw());
    }

    /** Puts the keyboard on what is shown. */
    void read() {
        scroll.read(true);
    }

    private void changed() {
        stale = true;
        draw();
    }

    /** Most calls are closed again before anybody looks at their media. */
    private void draw() {
        Open open = session.calls().openProperty().get();
        if (!stale || open == null || getScene() == null) {
            return;
        }
        stale = false;
        scroll.show(new Page(session, sharing, open).build(), open.continues(shown));
        shown = Optional.of(open);
    }

    /** The page of one call in one language. */
    private static final class Page {
        private final Session session;
        private final Sharing sharing;
        private final Texts texts;
        private final MediaWords words;
        private final Open open;
        private final VBox page = new VBox();

        private Page(Session session, Sharing sharing, Open open) {
            this.session = session;
            this.sharing = sharing;
            this.texts = session.answers().get().texts();
            this.words = new MediaWords(texts);
            this.open = open;
        }

        private VBox build() {
            page.getStyleClass().addAll("findings", "media");
            page.setMinWidth(0);
            OpenCall call = open.call();
            if (!open.examined()) {
                add(Prose.text(texts.get(CallsViewText.STILL_READING), "muted"));
            } else if (call.media().stream()
                    .allMatch(media -> media.streams().isEmpty() && media.told().isEmpty())) {
                add(Prose.text(texts.get(MediaText.none(best(call))), "muted"));
            } else {
                for (int leg = 0; leg < call.legs().size(); leg++) {
                    leg(call, leg);
                }
            }
            return page;
        }

        /** Of several legs what is known of the one of which most would have been seen. */
        private static CallMedia.Captured best(OpenCall call) {
            return call.media().stream()
                    .map(CallMedia::captured)
                    .max(Enum::compareTo)
                    .orElse(CallMedia.Captured.NOTHING);
        }

        private void add(Node... nodes) {
            page.getChildren().addAll(nodes);
        }

        private void leg(OpenCall call, int leg) {
            CallMedia media = call.media().get(leg);
            if (call.legs().size() > 1) {
                add(Prose.text(texts.get(LadderText.LEG, LadderWords.leg(leg)), "finding-title"));
            }
            if (media.streams().isEmpty()) {
                add(Prose.text(texts.get(MediaText.none(media.captured())), "muted"));
                told(media);
                return;
            }
            Courses courses = Courses.of(call.legs().get(leg), media);
            if (!courses.all().isEmpty()) {
                add(new SoundBar(
                        session.calls().capture().sourceProperty().get(),
                        media,
                        texts,
                        sharing,
                        new Loudspeaker(),
                        session.calls()::lookAtFiles));
                add(legend(courses));
            }
            for (Side side : List.of(Side.CALLEE, Side.CALLER)) {
                direction(side, media, courses);
            }
            tables(media);
            told(media);
        }

        private void direction(Side side, CallMedia media, Courses courses) {
            var box = new VBox(Prose.heading(words.way(side)));
            box.getStyleClass().add("media-way");
            List<CallStream> some = streams(side, media);
            for (CallStream stream : some.subList(0, Math.min(some.size(), MOST_PLOTS))) {
                String brief = words.brief(stream);
                box.getChildren().add(Prose.text(brief, "prose"));
                if (some.size() > 1) {
                    box.getChildren().add(Prose.text(words.places(stream), "muted"));
                }
                String spoken = texts.beside(words.way(side), brief);
                courses.of(stream)
                        .map(course -> new MediaPlot(courses, course, texts, spoken))
                        .ifPresent(box.getChildren()::add);
            }
            more(some.size() - MOST_PLOTS).ifPresent(box.getChildren()::add);
            if (some.isEmpty()) {
                box.getChildren().add(Prose.text(texts.get(MediaText.NOT_THIS_WAY), "muted"));
            }
            add(box);
        }

        private static List<CallStream> streams(Side side, CallMedia media) {
            return media.streams().stream()
                    .filter(stream -> stream.toward() == side)
                    .toList();
        }

        private Optional<Node> more(int count) {
            return count > 0
                    ? Optional.of(
                            Prose.text(texts.get(CallsViewText.STATISTICS_MORE, Integer.toString(count)), "muted"))
                    : Optional.empty();
        }

        private Node legend(Courses courses) {
            var legend = new VBox(
                    Prose.text(texts.get(courses.answered() ? MediaText.SINCE_ANSWER : MediaText.SINCE_START), "muted"),
                    Prose.flow(List.of(
                            entry("plot-key-rate", words.rateUpTo(Math.round(courses.highestRate()))),
                            entry("plot-key-jitter", words.jitterUpTo(courses.highestJitter())),
                            entry("plot-key-lost", texts.get(MediaText.LOST)))));
            legend.getStyleClass().add("plot-legend");
            return legend;
        }

        private static Node entry(String style, String words) {
            var key = new Region();
            key.getStyleClass().addAll("plot-key", style);
            var label = new Label(words);
            label.getStyleClass().add("muted");
            var line = new HBox(key, label);
            line.getStyleClass().add("plot-entry");
            return line;
        }

        /** What was measured elsewhere, apart from what was measured here. */
        private void told(CallMedia media) {
            var measured = new MeasuredWords(texts);
            var painter = new PageView(texts, LinkTargets.of(_ -> {}, _ -> {}));
            for (ToldQuality told :
                    media.told().subList(0, Math.min(media.told().size(), MOST_PLOTS))) {
                var box = new VBox(
                        Prose.text(texts.get(MeasuredText.HEADING), "about"),
                        painter.block(facts(measured.told(told, ZoneId.systemDefault()))));
                box.getStyleClass().add("media-figures");
                add(box);
            }
            more(media.told().size() - MOST_PLOTS).ifPresent(this::add);
        }

        private static Facts facts(List<MediaWords.Figure> figures) {
            return new Facts(figures.stream()
                    .map(figure -> new Fact(figure.name(), figure.value()))
                    .toList());
        }

        private void tables(CallMedia media) {
            List<CallStream> streams = new ArrayList<>(streams(Side.CALLEE, media));
            streams.addAll(streams(Side.CALLER, media));
            var painter = new PageView(texts, LinkTargets.of(_ -> {}, _ -> {}));
            for (CallStream stream : streams.subList(0, Math.min(streams.size(), MOST_TABLES))) {
                var box = new VBox(
                        Prose.text(words.way(stream.toward()), "about"),
                        painter.block(facts(words.figures(stream, ZoneId.systemDefault()))));
                box.getStyleClass().add("media-figures");
                add(box);
            }
            more(streams.size() - MOST_TABLES).ifPresent(this::add);
        }
    }
}
