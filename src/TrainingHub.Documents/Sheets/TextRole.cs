namespace TrainingHub.Documents;

/// <summary>What a text is to somebody who has the document read aloud.</summary>
public enum TextRole
{
    Paragraph,
    Heading,
    Subheading,
}
