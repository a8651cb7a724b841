namespace TrainingHub.Documents;

/// <summary>The file is not a TrueType font that this reader understands.</summary>
public sealed class FontFormatException : Exception
{
    public FontFormatException()
    {
    }

    public FontFormatException(string message)
        : base(message)
    {
    }

    public FontFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
