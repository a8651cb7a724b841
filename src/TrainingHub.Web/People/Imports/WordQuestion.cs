namespace TrainingHub.People.Imports;

/// <summary>A word of the file for a post or a kind of employment that is unknown, and what it may mean.</summary>
/// <param name="Column">Post or employment.</param>
/// <param name="Word">As the file writes it.</param>
/// <param name="Rows">Rows that wait for the answer.</param>
/// <param name="Proposals">The nearest first.</param>
public sealed record WordQuestion(RosterColumn Column, string Word, int Rows, IReadOnlyList<WordMeaning> Proposals)
{
    public static WordQuestion Of(UnclearWord word, PositionIndex positions) => new(word.Column, word.Word, word.Rows, word.Column is RosterColumn.Position
        ? [.. positions.Propose(word.Word).Select(position => new WordMeaning(position.Id, null, IsLeftOut: false))]
        : RosterWords.ProposeEmployment(word.Word) is { } employment ? [new WordMeaning(null, employment, IsLeftOut: false)] : []);
}
