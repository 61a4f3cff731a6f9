package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.call.Note;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.TimeMode;
import org.ringback.language.Language;
import org.ringback.settings.Settings;

/** The session starts where the user left off and does what the user intends. */
class SessionTest {

    private static final Settings.Bounds WINDOW = new Settings.Bounds(1, 2, 800, 600, false);

    @Test
    void theFirstStartSpeaksTheLanguageOfTheSystem() {
        assertThat(started(Settings.DEFAULTS, Locale.forLanguageTag("ru-KZ"))).isEqualTo("ru");
        assertThat(started(Settings.DEFAULTS, Locale.UK)).isEqualTo("en");
        assertThat(started(Settings.DEFAULTS, Locale.forLanguageTag("tlh"))).isEqualTo("en");
    }

    @Test
    void theRememberedLanguageIsStrongerThanTheSystem() {
        assertThat(started(language("ru"), Locale.ENGLISH)).isEqualTo("ru");
    }

    @Test
    void anUnknownRememberedLanguageMeansTheSystem() {
        assertThat(started(language("tlh"), Locale.forLanguageTag("ru"))).isEqualTo("ru");
    }

    private static Settings language(String tag) {
        return new Settings(tag, null, null, null, null, null, null);
    }

    private static String started(Settings settings, Locale system) {
        return new Session(Sessions.LIBRARY, settings, system, Runnable::run)
                .answers()
                .get()
                .language()
                .tag();
    }

    @Test
    void whatIsRememberedIsRestored() {
        var remembered = new Settings("ru", "dark", "comparison", 404, 401, 407, WINDOW);

        assertThat(Sessions.remembering(remembered).remembered().getValue().withWindow(WINDOW))
                .isEqualTo(remembered);
    }

    @Test
    void unknownRememberedValuesMeanTheUsualOnes() {
        var session = Sessions.remembering(new Settings("en", "pink", "kitchen", 299, -1, 1000, null));

        assertThat(session.remembered().getValue())
                .isEqualTo(Sessions.fresh().remembered().getValue());
        assertThat(session.themeProperty().get()).isEqualTo(Theme.SYSTEM);
        assertThat(session.sectionProperty().get()).isEqualTo(Section.HANDBOOK);
    }

    /** Everything that the settings hold but the place of the window, each changed alone. */
    private static final Map<String, Consumer<Session>> CHANGES = Map.ofEntries(
            Map.entry("language", session -> Sessions.speak(session, "ru")),
            Map.entry("theme", session -> session.themeProperty().set(Theme.DARK)),
            Map.entry("section", session -> session.sectionProperty().set(Section.COMPARISON)),
            Map.entry("code", session -> session.handbook().open(404)),
            Map.entry("left", session -> session.comparison().compare(404, 600)),
            Map.entry("right", session -> session.comparison().compare(486, 404)),
            Map.entry(
                    "ladder.grouping",
                    session -> session.ladder().groupingProperty().set(Grouping.PORT)),
            Map.entry(
                    "ladder.times", session -> session.ladder().timesProperty().set(TimeMode.SINCE_PREVIOUS)),
            Map.entry(
                    "ladder.folded",
                    session -> session.ladder().foldedProperty().set(false)),
            Map.entry(
                    "ladder.streams",
                    session -> session.ladder().streamsProperty().set(false)),
            Map.entry("text", session -> session.textSize().larger()),
            Map.entry("ladder.zoom", session -> session.ladder().zoomIn()),
            Map.entry(
                    "calls.recent",
                    session -> session.calls().capture().recent().opened(RecentFilesTest.recent("/a"))),
            Map.entry(
                    "calls.list",
                    session -> session.callsLayout().listProperty().set(0.5)),
            Map.entry(
                    "calls.parts",
                    session -> session.callsLayout().partsProperty().set(List.of(0.5))),
            Map.entry("calls.hidden", session -> session.callsLayout().hidden().add("talk")),
            Map.entry("calls.shown", session -> session.callsLayout().shown().add("media")),
            Map.entry(
                    "calls.order",
                    session -> session.callsLayout().orderProperty().set(List.of("code", "start"))),
            Map.entry("calls.notes", session -> {
                var shown = new ShownCalls();
                shown.model.openSample();
                session.calls()
                        .notes()
                        .note(
                                shown.rows().getFirst().call(),
                                new Note(true, "why"),
                                session.calls().undo());
            }));

    /** Whoever gives the settings something more has to say here how it changes. */
    private static Stream<String> everythingThatIsRemembered() {
        return parts("", Settings.class).filter(name -> !name.startsWith("window"));
    }

    private static Stream<String> parts(String in, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(part -> part.getType().isRecord()
                        ? parts(in + part.getName() + ".", part.getType())
                        : Stream.of(in + part.getName()));
    }

    @ParameterizedTest
    @MethodSource("everythingThatIsRemembered")
    void whateverChangesIsToldAsSomethingToRemember(String name) {
        var session = Sessions.fresh();
        var told = new ArrayList<Settings>();
        Settings before = session.remembered().getValue();
        session.remembered().addListener((state, then, now) -> told.add(now));

        assertThat(CHANGES).containsKey(name);
        CHANGES.get(name).accept(session);

        assertThat(told).isNotEmpty();
        assertThat(told.getLast()).isEqualTo(session.remembered().getValue()).isNotEqualTo(before);
        assertThat(restarted(told.getLast())).as("what the next start finds").isEqualTo(told.getLast());
    }

    private static Settings restarted(Settings left) {
        return Sessions.remembering(left).remembered().getValue();
    }

    @Test
    void speakingChangesEveryText() {
        var session = Sessions.fresh();
        var label = session.texts().text(Section.HANDBOOK);
        String english = label.get();

        Sessions.speak(session, "ru");

        assertThat(label.get()).isNotEqualTo(english);
        assertThat(session.answers().get().language().tag()).isEqualTo("ru");
        assertThat(session.texts().get().language().tag()).isEqualTo("ru");
    }

    /** Whoever hears of a switch, however early or late, asks for words and for answers in one language. */
    @Test
    void nobodyHearsTwoLanguagesAtOnce() {
        var session = Sessions.fresh();
        var heard = new ArrayList<Set<String>>();
        InvalidationListener hear = _ -> heard.add(new HashSet<>(List.of(
                session.texts().get().language().tag(),
                session.texts().textsProperty().getValue().language().tag(),
                session.answers().get().language().tag())));
        var label = session.texts().text(Section.HANDBOOK);
        for (Observable fact : List.of(
                session.answers(),
                session.handbook().entry(),
                session.comparison().comparison(),
                session.picker().found(),
                session.texts().textsProperty(),
                label,
                session.answers())) {
            fact.addListener(hear);
        }

        for (String tag : List.of("ru", "en", "ru")) {
            heard.clear();
            // What was not read since its last change tells of no other.
            label.get();
            session.handbook().entry().get();
            session.comparison().comparison().get();
            Sessions.speak(session, tag);
            assertThat(heard).hasSizeGreaterThan(5).containsOnly(Set.of(tag));
        }
    }

    @Test
    void speakingTheSameLanguageLoadsNothing() {
        var session = Sessions.fresh();
        var answers = session.answers().get();

        Sessions.speak(session, "en");

        assertThat(session.answers().get()).isSameAs(answers);
    }

    @Test
    void everyShippedLanguageIsOffered() {
        assertThat(Sessions.fresh().languages()).extracting(Language::tag).contains("en", "ru");
    }

    @Test
    void openingACodeLeadsToTheHandbook() {
        var session = Sessions.fresh();
        session.sectionProperty().set(Section.COMPARISON);

        session.open(404);

        assertThat(session.sectionProperty().get()).isEqualTo(Section.HANDBOOK);
        assertThat(session.openPage().number()).isEqualTo(404);
    }

    @Test
    void comparingTheOpenPageLeadsToTheComparison() {
        var session = Sessions.fresh();
        session.open(404);

        session.compareOpenPageWith(480);

        assertThat(session.sectionProperty().get()).isEqualTo(Section.COMPARISON);
        assertThat(session.comparison().leftProperty().get()).isEqualTo(404);
        assertThat(session.comparison().rightProperty().get()).isEqualTo(480);
    }

    @Test
    void searchingLeadsToTheHandbook() {
        var session = Sessions.fresh();
        session.sectionProperty().set(Section.COMPARISON);

        session.search("busy");

        assertThat(session.sectionProperty().get()).isEqualTo(Section.HANDBOOK);
        assertThat(session.picker().queryProperty().get()).isEqualTo("busy");
    }
}
