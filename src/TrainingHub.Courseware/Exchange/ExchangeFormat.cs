namespace TrainingHub.Courseware.Exchange;

/// <summary>In what questions come and go.</summary>
public enum ExchangeFormat
{
    /// <summary>Excel, .xlsx.</summary>
    Workbook,

    Csv,

    /// <summary>Moodle's text format.</summary>
    Gift,

    MoodleXml,

    Aiken,

    /// <summary>QTI 2.1 or 2.2: an item, or a package of them.</summary>
    Qti,

    /// <summary>Our own text, all kinds.</summary>
    Markdown,
}
