namespace TrainingHub.Courseware.Exchange;

/// <summary>In what questions come and go.</summary>
public enum ExchangeFormat
{
    /// <summary>Excel, .xlsx.</summary>
    Workbook,

    /// <summary>In UTF-8 with its mark; read in GB18030 as well.</summary>
    Csv,

    /// <summary>Moodle's text format.</summary>
    Gift,

    MoodleXml,

    Aiken,

    /// <summary>QTI 2.1: an item, or a package of them; read in 2.2 as well.</summary>
    Qti,

    /// <summary>Our own text, all kinds.</summary>
    Markdown,

    /// <summary>The same table as <see cref="Csv"/> in GB18030, for programs that know no UTF-8. Only written under this name.</summary>
    CsvGb18030,

    /// <summary>QTI 2.2: an item, or a package of them. Only written under this name.</summary>
    Qti22,
}
