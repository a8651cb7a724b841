using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Questions;

/// <summary>题目版本: a question frozen by its hash. What was shown is graded against this, whatever the bank says later.</summary>
/// <remarks>A class without setters, not a record: <c>with</c> would copy the hash of another text.</remarks>
public sealed class QuestionVersion(QuestionPrompt prompt, QuestionKey key, QuestionUse use, int difficulty)
{
    /// <summary>
    /// Lowercase hexadecimal SHA-256 over prompt and key. Use and difficulty are not part of it: they change no answer.
    /// </summary>
    public string Hash { get; private init; } = HashOf(prompt, key);

    /// <summary>
    /// Lowercase hexadecimal SHA-256 over prompt and right options alone. Versions that share it are answered by the same answer: only the explanation
    /// or the basis differs, so a right answer to one is a right answer to the other.
    /// </summary>
    public string AnswerHash { get; private init; } = AnswerHashOf(prompt, key);

    public QuestionPrompt Prompt { get; } = prompt;

    public QuestionKey Key { get; } = key;

    public QuestionUse Use { get; } = use;

    /// <summary>1 (easy) to 3 (hard).</summary>
    public int Difficulty { get; } = difficulty;

    /// <summary>标签 and 知识点, by which papers are drawn; like use and difficulty not part of the hash. Empty outside a bank.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How many of its options, from the first, are shuffled: <see cref="OptionOrder.CountShuffled"/>, found out once.</summary>
    public int ShuffledOptions
    {
        get
        {
            if (field < 0)
            {
                field = OptionOrder.CountShuffled(Prompt, Key);
            }

            return field;
        }
    } = -1;

    /// <summary>Whether it may stand on a paper.</summary>
    public bool MayBeExamined => Use is QuestionUse.Examination or QuestionUse.Both;

    /// <summary>Whether it may be answered as a lesson's check or in practice, which releases its key.</summary>
    public bool MayBePractised => Use is QuestionUse.Practice or QuestionUse.Both;

    /// <summary>What a regrade put in the place of key or rule; null for a version as it was shown.</summary>
    public CorrectedKey? Correction { get; private init; }

    /// <summary>The same version, with the hash it was shown under, graded by a corrected key.</summary>
    public QuestionVersion CorrectedBy(CorrectedKey correction) =>
        new(Prompt, correction.ApplyTo(Key), Use, Difficulty) { Hash = Hash, AnswerHash = AnswerHash, Correction = correction };

    private static string HashOf(QuestionPrompt prompt, QuestionKey key) =>
        HashOf("question 1", [.. AnswerParts(prompt, key), ("explanation", key.Explanation), .. key.Bases.SelectMany(Parts)]);

    private static string AnswerHashOf(QuestionPrompt prompt, QuestionKey key) => HashOf("answer 1", AnswerParts(prompt, key));

    private static string HashOf(string heading, IEnumerable<(string Name, string Value)> parts)
    {
        var text = new StringBuilder(heading).Append('\n');
        foreach (var (name, value) in parts)
        {
            // The length stands before the value, so that no text can pose as two fields.
            text.Append(CultureInfo.InvariantCulture, $"{name} {value.Length} {value}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<(string Name, string Value)> AnswerParts(QuestionPrompt prompt, QuestionKey key) =>
    [
        ("id", prompt.Id),
        ("kind", prompt.Kind.ToString()),
        ("stem", prompt.Stem),
        .. prompt.Options.Select(option => ("option", option)),
        ("correct", string.Join(',', key.CorrectOptions.Order())),
        .. PromptParts(prompt),
        .. KeyParts(key),
    ];

    // Only what a question has: the hashes of choice questions are those they had before there were other kinds.
    private static IEnumerable<(string Name, string Value)> PromptParts(QuestionPrompt prompt) =>
    [
        .. prompt.Targets.Select(target => ("target", target)),
        .. prompt.Picture is { } picture ? PictureParts(picture) : [],
        .. prompt.MorePictures.SelectMany(PictureParts),
        .. prompt.Case is { } story ? [("case", story.Id), ("story", story.Text), .. story.Pictures.SelectMany(PictureParts)] : Array.Empty<(string, string)>(),
        .. prompt.MostCharacters > 0 ? [("characters", Number(prompt.MostCharacters))] : Array.Empty<(string, string)>(),
    ];

    private static (string Name, string Value)[] PictureParts(QuestionPicture picture) => [("picture", picture.File), ("alt", picture.Alt)];

    private static IEnumerable<(string Name, string Value)> KeyParts(QuestionKey key) =>
    [
        .. key.Blanks.SelectMany(BlankParts),
        .. key.Pairs.Select(pair => ("pair", Number(pair))),
        .. key.Zones.Select(zone => ("zone", string.Join(' ', zone.Corners.Select(corner => $"{Number(corner.X)},{Number(corner.Y)}")))),
        .. key.Level is { } level ? [("level", level.ToString())] : Array.Empty<(string, string)>(),
        .. key.Rubric.SelectMany(line => new[] { ("rubric", line.Text), ("weight", Number(line.Weight)) }),
    ];

    private static IEnumerable<(string Name, string Value)> BlankParts(BlankKey blank) =>
    [
        .. blank.Accepted.Select(word => ("accepted", word)),
        ("value", blank.Value is { } value ? $"{Number(value)}±{Number(blank.Tolerance)}" : ""),
        .. blank.Units.Select(unit => ("unit", unit)),
        ("needs unit", blank.NeedsUnit ? "yes" : "no"),
    ];

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string Value)> Parts(Basis basis) => basis switch
    {
        Basis.OfClause clause =>
            [("standard", clause.StandardSlug), ("edition", clause.Edition), ("clause", clause.ClauseNumber)],
        Basis.OfStatement said =>
            [("standard", said.StandardSlug), ("edition", said.Edition), ("statement", said.Statement)],
        Basis.OfDocument { Area: null } document =>
            [("document", document.Document), ("statement", document.Statement)],
        Basis.OfDocument { Area: { } area } document =>
            [("document", document.Document), ("area", area), ("statement", document.Statement)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
