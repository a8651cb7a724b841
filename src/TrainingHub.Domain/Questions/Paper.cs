namespace TrainingHub.Questions;

/// <summary>试卷: what one attempt is asked, frozen at its start.</summary>
/// <param name="Items">Ascending by number, which runs from 1 without gaps.</param>
public sealed record Paper(IReadOnlyList<PaperItem> Items)
{
    /// <summary>Points of a paper on which everything is right.</summary>
    public int FullPoints => Items.Sum(item => item.Points);
}
