using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>The words by which files say kinds, uses and levels.</summary>
public static class QuestionWords
{
    public static IReadOnlyDictionary<string, QuestionKind> Kinds { get; } = Words<QuestionKind>();

    public static IReadOnlyDictionary<string, QuestionUse> Uses { get; } = Words<QuestionUse>();

    public static IReadOnlyDictionary<string, HazardLevel> Levels { get; } = Words<HazardLevel>();

    public static IReadOnlyDictionary<string, ScoreRule> Scorings { get; } = Words<ScoreRule>();

    public static string Of(QuestionKind kind) => Word(kind.ToString());

    public static string Of(QuestionUse use) => Word(use.ToString());

    public static string Of(HazardLevel level) => Word(level.ToString());

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => Word(value.ToString()), StringComparer.Ordinal);

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
