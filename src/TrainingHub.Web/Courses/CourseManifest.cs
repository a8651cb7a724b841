using System.Text.Json.Serialization;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>A course version without its texts.</summary>
public sealed record CourseManifest
{
    public required string Title { get; init; }
    public required string TitleEn { get; init; }
    public required string Summary { get; init; }
    public required string SummaryEn { get; init; }
    public required IReadOnlyList<string> Audience { get; init; }
    public required int CreditMinutes { get; init; }
    public required string QuizSlug { get; init; }
    public required IReadOnlyList<LessonEntry> Lessons { get; init; }
    public required IReadOnlyList<QuestionEntry> Questions { get; init; }
    public required IReadOnlyList<Quiz> Quizzes { get; init; }

    public sealed record LessonEntry(string Slug, int Number, string Title, int Minutes, IReadOnlyList<string> Checks)
    {
        /// <summary>Of title and body as they were written; empty for versions published before it was noted.</summary>
        public string Hash { get; init; } = "";

        /// <summary>Of the body alone; empty for versions published before it was noted.</summary>
        public string BodyHash { get; init; } = "";

        /// <summary>Whether this and another version's lesson have the same text: a new title alone changes nothing. What was published before texts were hashed cannot be compared: nothing is taken away.</summary>
        public bool HasTextOf(LessonEntry other) =>
            BodyHash.Length > 0 && other.BodyHash.Length > 0
                ? string.Equals(BodyHash, other.BodyHash, StringComparison.Ordinal)
                : Hash.Length == 0 || other.Hash.Length == 0 || string.Equals(Hash, other.Hash, StringComparison.Ordinal);

        /// <summary>How many of its check questions have to be answered rightly, by who never rests.</summary>
        [JsonIgnore]
        public int Asked => LessonProof.Asked(Checks.Count, wrong: 0, isHasty: false);

        /// <summary>Clauses that the lesson shows; empty for versions published before they were noted.</summary>
        public IReadOnlyList<ClauseName> Clauses { get; init; } = [];
    }

    public sealed record QuestionEntry(string Id, string Hash, QuestionUse Use, int Difficulty)
    {
        /// <summary>By which papers are drawn; empty for versions published before questions of courses had tags.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];
    }
}
