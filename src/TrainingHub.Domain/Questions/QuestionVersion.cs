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
    public string Hash { get; } = HashOf(prompt, key);

    public QuestionPrompt Prompt { get; } = prompt;

    public QuestionKey Key { get; } = key;

    public QuestionUse Use { get; } = use;

    /// <summary>1 (easy) to 3 (hard).</summary>
    public int Difficulty { get; } = difficulty;

    /// <summary>Whether it may stand on a paper.</summary>
    public bool MayBeExamined => Use is QuestionUse.Examination or QuestionUse.Both;

    /// <summary>Whether it may be answered as a lesson's check or in practice, which releases its key.</summary>
    public bool MayBePractised => Use is QuestionUse.Practice or QuestionUse.Both;

    private static string HashOf(QuestionPrompt prompt, QuestionKey key)
    {
        var text = new StringBuilder("question 1\n");
        Add("id", prompt.Id);
        Add("kind", prompt.Kind.ToString());
        Add("stem", prompt.Stem);
        foreach (var option in prompt.Options)
        {
            Add("option", option);
        }

        Add("correct", string.Join(',', key.CorrectOptions.Order()));
        Add("explanation", key.Explanation);
        foreach (var (name, value) in Parts(key.Basis))
        {
            Add(name, value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // The length stands before the value, so that no text can pose as two fields.
        void Add(string name, string value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name} {value.Length} {value}\n");
    }

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
