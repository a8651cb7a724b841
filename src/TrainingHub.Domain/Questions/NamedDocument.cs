using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>A document outside the library of standards, or a local rule, with what questions may say on its authority.</summary>
public sealed record NamedDocument
{
    /// <summary>Short name by which questions may cite it.</summary>
    public required string Id { get; init; }

    /// <summary>Title as people know it, without the book marks 《》.</summary>
    public required string Title { get; init; }

    /// <summary>Document number (文号); null when it has none or none is known.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued it; null when it is not known.</summary>
    public string? Issuer { get; init; }

    /// <summary>When it was issued, as far as it is known: a year, a month (<c>2014-03</c>) or a day; null when it is not known.</summary>
    public string? Issued { get; init; }

    /// <summary>Where it holds; null when it is not local.</summary>
    public string? Area { get; init; }

    public required EditionStatus Status { get; init; }

    public required DocumentSighting Seen { get; init; }

    /// <summary>What it says, in the author's words: what a question may rest on.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>What it is believed to say, unchecked; kept so that nobody enters it again, and never in a question.</summary>
    public IReadOnlyList<string> Unverified { get; init; } = [];

    /// <summary>Title and number, as a question shows it.</summary>
    public string Name => Number is null ? Title : $"{Title}（{Number}）";

    /// <summary>Whether a question may rest on this statement; compared to the letter.</summary>
    public bool MayBeCited(string statement) => Seen is not DocumentSighting.Unverified && Statements.Contains(statement, StringComparer.Ordinal);
}
