namespace TrainingHub.Questions.Answers;

/// <summary>A question's picture as a page shows it.</summary>
/// <param name="Address">Under a name that tells nothing, for whoever may see the question.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Alt">What it shows.</param>
public sealed record PictureView(string Address, int Width, int Height, string Alt)
{
    /// <param name="picture">Of the question or of its case.</param>
    /// <param name="folder">Address under which the pictures of the page are served.</param>
    public static PictureView Of(QuestionPicture picture, string folder) => new($"{folder}/{picture.File}", picture.Width, picture.Height, picture.Alt);
}
