using System.Globalization;

namespace TrainingHub.Questions;

/// <summary>
/// 作答内容: what a person answered to an item. Its text, on the wire and in the answer log, is written by <see cref="object.ToString"/> and says
/// letters as displayed; what it means is said in original indices.
/// </summary>
public abstract record Response
{
    /// <summary>The longest text of any kind, in characters.</summary>
    public const int MostCharacters = 4000;

    private Response()
    {
    }

    /// <summary>Nothing; also how an answer is taken back. Its text is empty.</summary>
    public sealed record Unanswered : Response
    {
        public override string ToString() => "";
    }

    /// <summary>Options that were picked: <c>AC</c>.</summary>
    public sealed record Picked(Choice Choice) : Response
    {
        public override string ToString() => Choice.ToString();
    }

    /// <summary>What was written into the blanks, one line each; a blank left empty is an empty line.</summary>
    public sealed record Filled(IReadOnlyList<string> Blanks) : Response
    {
        public override string ToString() => string.Join('\n', Blanks);
    }

    /// <summary>Steps in the order they were brought into, <c>CABD</c>; fewer letters than steps: not finished.</summary>
    /// <param name="Steps">Original indices.</param>
    /// <param name="Letters">As displayed.</param>
    public sealed record Ordered(IReadOnlyList<int> Steps, string Letters) : Response
    {
        public override string ToString() => Letters;
    }

    /// <summary>For each option the letter of its target, <c>BA-C</c>; a hyphen: none yet.</summary>
    /// <param name="Targets">Original indices of targets; null: none yet.</param>
    /// <param name="Letters">As displayed.</param>
    public sealed record Matched(IReadOnlyList<int?> Targets, string Letters) : Response
    {
        public override string ToString() => Letters;
    }

    /// <summary>Spots marked on a picture: <c>@423,118@500,600</c>.</summary>
    public sealed record Marked(IReadOnlyList<Spot> Spots) : Response
    {
        /// <summary>No picture asks for more.</summary>
        public const int MostSpots = 12;

        public override string ToString() =>
            string.Concat(Spots.Select(spot => string.Create(CultureInfo.InvariantCulture, $"@{spot.X},{spot.Y}")));
    }

    /// <summary>A judgement of a hazard, <c>Major;B;75</c>: level, letter of the clause, how sure in percent. Each may be missing.</summary>
    /// <param name="Level">隐患等级.</param>
    /// <param name="Clause">Original index of the clause.</param>
    /// <param name="Confidence">One of <see cref="Confidences"/>.</param>
    /// <param name="Letter">Of the clause, as displayed; empty without one.</param>
    public sealed record Judged(HazardLevel? Level, int? Clause, int? Confidence, string Letter) : Response
    {
        /// <summary>Whole percent that can be stated.</summary>
        public static IReadOnlyList<int> Confidences { get; } = [50, 75, 95];

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Level};{Letter};{Confidence}");
    }

    /// <summary>A written answer.</summary>
    public sealed record Written(string Text) : Response
    {
        public override string ToString() => Text;
    }

    /// <summary>Whether there is nothing to grade.</summary>
    public bool IsUnanswered => this is Unanswered;
}
