namespace TrainingHub.Questions;

/// <summary>Why no paper can be drawn.</summary>
public abstract record PaperShortage
{
    private PaperShortage()
    {
    }

    /// <summary>A section finds too few.</summary>
    /// <param name="Section">From 1.</param>
    /// <param name="Wanted">Draws of the section.</param>
    /// <param name="Found">How many it gets at best, the others served first where they share questions.</param>
    /// <param name="Sharing">All sections that compete for the same questions, this one included, from 1, ascending.</param>
    /// <param name="SharedWanted">Draws of all of them together.</param>
    /// <param name="SharedAvailable">Questions or cases that any of them could take.</param>
    public sealed record OfSection(int Section, int Wanted, int Found, IReadOnlyList<int> Sharing, int SharedWanted, int SharedAvailable) : PaperShortage
    {
        /// <summary>How many questions more the section needs.</summary>
        public int Missing => Wanted - Found;

        /// <summary>Questions that the section asks for but that stand in cases; 0 where it draws cases.</summary>
        public int InCases { get; init; }

        /// <summary>Cases that the section asks for but that have more questions than it gives points; 0 where it draws none.</summary>
        public int TooLarge { get; init; }

        public bool Equals(OfSection? other) =>
            other is not null && (Section, Wanted, Found, SharedWanted, SharedAvailable, InCases, TooLarge)
                == (other.Section, other.Wanted, other.Found, other.SharedWanted, other.SharedAvailable, other.InCases, other.TooLarge)
            && Sharing.SequenceEqual(other.Sharing);

        public override int GetHashCode() => HashCode.Combine(Section, Wanted, Found, SharedWanted, SharedAvailable);
    }

    /// <summary>A bank holds fewer questions of a kind that may be examined than all sections of that kind want together.</summary>
    public sealed record OfKind(QuestionKind Kind, int Wanted, int Available) : PaperShortage
    {
        /// <summary>How many questions more are needed.</summary>
        public int Missing => Wanted - Available;
    }

    /// <summary>A fixed question is in no source today, may not be examined, or has too few points for its case.</summary>
    public sealed record OfFixed(QuestionName Name) : PaperShortage;

    /// <summary>There are enough questions, but not without two that forbid each other.</summary>
    public sealed record OfForbidden : PaperShortage;
}
