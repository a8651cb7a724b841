namespace TrainingHub.Documents;

/// <summary>A part of an official document, one below the other.</summary>
public abstract record OfficialBlock
{
    private OfficialBlock()
    {
    }

    /// <summary>A numbered heading: 一、 of the first level, （一） of the second; the number is part of the text.</summary>
    public sealed record Heading(int Level, string Text) : OfficialBlock;

    public sealed record Paragraph(IReadOnlyList<OfficialRun> Runs) : OfficialBlock;

    /// <summary>A table whose header row is repeated on every page.</summary>
    /// <param name="Caption">Above it.</param>
    /// <param name="Header">One for each column.</param>
    /// <param name="Rows">As many cells as columns each.</param>
    /// <param name="NumbersFrom">The first column, from 0, whose cells are set to the right.</param>
    public sealed record Table(string Caption, IReadOnlyList<OfficialRun> Header, IReadOnlyList<IReadOnlyList<OfficialRun>> Rows, int NumbersFrom) : OfficialBlock;
}
