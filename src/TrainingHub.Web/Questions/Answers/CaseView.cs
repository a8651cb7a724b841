namespace TrainingHub.Questions.Answers;

/// <summary>A case as a page shows it above its questions.</summary>
/// <param name="Id">The same for the questions of one case.</param>
/// <param name="Text">Plain text, with line ends.</param>
/// <param name="Pictures">In their order.</param>
public sealed record CaseView(string Id, string Text, IReadOnlyList<PictureView> Pictures)
{
    public static CaseView? Of(CaseStem? story, string folder) =>
        story is null ? null : new CaseView(story.Id, story.Text, [.. story.Pictures.Select(picture => PictureView.Of(picture, folder))]);
}
