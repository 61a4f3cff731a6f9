package org.ringback.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringback.answers.Format;
import org.ringback.answers.ShareFormat;
import org.ringback.language.Languages;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;
import org.ringback.report.CallFormat;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands with their arguments and options, described in one language. Built by hand instead of by annotations:
 * so every word comes from the texts, and nothing has to be found by reflection at every start.
 */
final class CommandTree {

    static final String LANG = "--lang";
    static final String FORMAT = "--format";
    static final String OFFSET = "--offset";
    static final String PROBLEMS = "--problems";
    static final String SUMMARY = "--summary";
    static final String CALL = "--call";
    static final String WAV = "--wav";
    static final String PSEUDONYMS = "--pseudonyms";
    static final String BLUR = "--blur";
    static final String OUTPUT = "--output";
    static final String HELP = "--help";
    static final String VERSION = "--version";

    private final Texts texts;
    private final Languages languages;

    private CommandTree(Texts texts, Languages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    /** A parser that collects its errors, so that they can be told in the user's language. */
    static CommandLine parser(Texts texts, Languages languages) {
        var parser = new CommandLine(new CommandTree(texts, languages).root());
        parser.setExpandAtFiles(false);
        parser.setAllowOptionsAsOptionParameters(false);
        parser.setUnmatchedOptionsAllowedAsOptionParameters(false);
        parser.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        parser.getCommandSpec().parser().collectErrors(true);
        parser.getSubcommands()
                .values()
                .forEach(sub -> sub.getCommandSpec().parser().collectErrors(true));
        return parser;
    }

    /** The words that {@link #FORMAT} takes. */
    static List<String> words(Enum<?>[] formats) {
        return Arrays.stream(formats)
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private CommandSpec root() {
        CommandSpec root = described(CommandSpec.create().name(Command.PROGRAM), CommandText.ABOUT, Format.values());
        root.usageMessage()
                .synopsisSubcommandLabel(texts.get(CommandText.LABEL_COMMAND))
                .commandListHeading(heading(CommandText.COMMANDS))
                .exitCodeListHeading(heading(CommandText.EXIT_CODES))
                .exitCodeList(exitCodes())
                .footer("", plain(texts.get(CommandText.ABOUT_WINDOW)));
        root.addOption(OptionSpec.builder("-V", VERSION)
                .versionHelp(true)
                .type(boolean.class)
                .description(plain(texts.get(CommandText.OPTION_VERSION)))
                .build());
        for (Command command : Command.values()) {
            root.addSubcommand(command.word(), sub(command));
        }
        return root;
    }

    private CommandSpec sub(Command command) {
        Enum<?>[] formats = switch (command) {
            case CALLS, MEDIA -> CallFormat.values();
            case SHARE -> ShareFormat.values();
            default -> Format.values();
        };
        CommandSpec spec = described(CommandSpec.create().name(command.word()), command.about(), formats);
        switch (command) {
            case EXPLAIN -> spec.addPositional(code(0, texts.get(CommandText.LABEL_CODE), CommandText.ARGUMENT_CODE));
            case COMPARE ->
                spec.addPositional(code(0, "A", CommandText.ARGUMENT_LEFT))
                        .addPositional(code(1, "B", CommandText.ARGUMENT_RIGHT));
            case SEARCH -> spec.addPositional(several(texts.get(CommandText.LABEL_WORDS), CommandText.ARGUMENT_WORDS));
            case CALLS ->
                files(spec)
                        .addOption(flag(PROBLEMS, CallsText.OPTION_PROBLEMS))
                        .addOption(flag(SUMMARY, CallsText.OPTION_SUMMARY));
            case MEDIA ->
                files(spec)
                        .addOption(valued(CALL, ShareCommandText.LABEL_CALL, MediaCommandText.OPTION_CALL))
                        .addOption(valued(WAV, CallsText.LABEL_FILE, MediaCommandText.OPTION_WAV));
            case DIAGNOSE -> files(spec);
            case SHARE -> share(files(spec));
            case LANGUAGES -> {}
            case HELP -> spec.helpCommand(true).addPositional(command());
        }
        return spec;
    }

    private void share(CommandSpec spec) {
        spec.addOption(valued(CALL, ShareCommandText.LABEL_CALL, ShareCommandText.OPTION_CALL))
                .addOption(flag(PROBLEMS, ShareCommandText.OPTION_PROBLEMS))
                .addOption(flag(PSEUDONYMS, ShareCommandText.OPTION_PSEUDONYMS))
                .addOption(flag(BLUR, ShareCommandText.OPTION_BLUR))
                .addOption(valued(OUTPUT, CallsText.LABEL_FILE, ShareCommandText.OPTION_OUTPUT));
    }

    private OptionSpec flag(String name, TextKey about) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(plain(texts.get(about)))
                .build();
    }

    private OptionSpec valued(String name, TextKey label, TextKey about) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(texts.get(label))
                .description(plain(texts.get(about)))
                .build();
    }

    private CommandSpec described(CommandSpec spec, CommandText about, Enum<?>... formats) {
        spec.usageMessage()
                .sortOptions(false)
                .sortSynopsis(false)
                .synopsisHeading(plain(texts.get(CommandText.USAGE)) + " ")
                .description(plain(texts.get(about)))
                .parameterListHeading(heading(CommandText.ARGUMENTS))
                .optionListHeading(heading(CommandText.OPTIONS));
        return spec.addOption(option(LANG, CommandText.LABEL_LANG, CommandText.OPTION_LANG, languages.tags()))
                .addOption(option(FORMAT, CommandText.LABEL_FORMAT, CommandText.OPTION_FORMAT, words(formats)))
                .addOption(OptionSpec.builder("-h", HELP)
                        .usageHelp(true)
                        .type(boolean.class)
                        .description(plain(texts.get(CommandText.OPTION_HELP)))
                        .build());
    }

    private OptionSpec option(String name, CommandText label, CommandText about, List<String> choices) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(texts.get(label))
                .description(plain(texts.get(about, String.join(", ", choices))))
                .completionCandidates(choices)
                .build();
    }

    private PositionalParamSpec code(int index, String label, CommandText about) {
        return positional(label, about)
                .index(Integer.toString(index))
                .type(String.class)
                .build();
    }

    private CommandSpec files(CommandSpec spec) {
        return spec.addPositional(several(texts.get(CallsText.LABEL_FILE), CallsText.ARGUMENT_FILES))
                .addOption(OptionSpec.builder(OFFSET)
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel(texts.get(CallsText.LABEL_OFFSET))
                        .description(plain(texts.get(CallsText.OPTION_OFFSET, CaptureFiles.EXAMPLE)))
                        .build());
    }

    private PositionalParamSpec several(String label, TextKey about) {
        return positional(label, about)
                .index("0..*")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    private PositionalParamSpec command() {
        return positional(texts.get(CommandText.LABEL_COMMAND), CommandText.ARGUMENT_COMMAND)
                .index("0")
                .arity("0..1")
                .type(String.class)
                .completionCandidates(
                        Arrays.stream(Command.values()).map(Command::word).toList())
                .build();
    }

    private PositionalParamSpec.Builder positional(String label, TextKey about) {
        return PositionalParamSpec.builder().paramLabel(label).description(plain(texts.get(about)));
    }

    private Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        codes.put(Integer.toString(ExitCode.ANSWERED.number()), plain(texts.get(CommandText.EXIT_0)));
        codes.put(Integer.toString(ExitCode.NOTHING_FOUND.number()), plain(texts.get(CommandText.EXIT_1)));
        codes.put(Integer.toString(ExitCode.MISUSE.number()), plain(texts.get(CommandText.EXIT_2)));
        return codes;
    }

    private String heading(CommandText text) {
        return "%n" + plain(texts.get(text)) + "%n";
    }

    /** Keeps a text from being taken for a format. */
    private static String plain(String text) {
        return text.replace("%", "%%");
    }
}
