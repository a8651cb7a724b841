namespace TrainingHub.Documents;

/// <summary>The pages that a text flows over. Lengths in millimetres.</summary>
/// <param name="Size">Of the sheet.</param>
/// <param name="Side">Margin left and right.</param>
/// <param name="Top">Where text begins.</param>
/// <param name="Bottom">Margin below the text.</param>
/// <param name="TextSize">Of paragraphs, in points.</param>
internal sealed record FlowFormat(SheetSize Size, double Side, double Top, double Bottom, double TextSize)
{
    public double Width => Size.Width - 2 * Side;

    public double End => Size.Height - Bottom;
}
