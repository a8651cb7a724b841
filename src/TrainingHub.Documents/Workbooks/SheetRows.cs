using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace TrainingHub.Documents;

/// <summary>The elements of a worksheet in the order that the format wants.</summary>
internal sealed class SheetRows(OpenXmlWriter writer)
{
    /// <summary>Rows so far, the header row included.</summary>
    public int Count { get; private set; }

    public void Begin(IReadOnlyList<WorkbookColumn> columns)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        writer.WriteElement(new SheetViews(new SheetView(frozen) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        WriteRow(columns, column => Text(column.Header, WorkbookParts.HeaderStyle));
    }

    public void Write(IReadOnlyList<Cell> cells) => WriteRow(cells, Convert);

    public void End(int columnCount)
    {
        writer.WriteEndElement();
        if (columnCount > 0)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName(columnCount)}{Count.ToString(CultureInfo.InvariantCulture)}" });
        }

        writer.WriteEndElement();
    }

    private void WriteRow<T>(IReadOnlyList<T> values, Func<T, Excel.Cell> convert)
    {
        if (Count == WorkbookWriter.MostRows)
        {
            throw new InvalidOperationException("A worksheet holds 1,048,576 rows; write CSV instead.");
        }

        Count++;
        writer.WriteStartElement(new Row());
        foreach (var value in values)
        {
            writer.WriteElement(convert(value));
        }

        writer.WriteEndElement();
    }

    private static Excel.Cell Convert(Cell cell) => cell switch
    {
        Cell.Text { Value: "" } => new Excel.Cell(),
        Cell.Text text => Text(text.Value, FormulaGuard.LooksLikeFormula(text.Value) ? WorkbookParts.QuotedStyle : WorkbookParts.TextStyle),
        Cell.Number number => new Excel.Cell { CellValue = new CellValue(number.Value) },
        Cell.Day day => new Excel.Cell
        {
            CellValue = new CellValue(day.Value.ToDateTime(TimeOnly.MinValue).ToOADate()),
            StyleIndex = WorkbookParts.DayStyle,
        },
        _ => throw new UnreachableException(),
    };

    private static Excel.Cell Text(string text, uint style) => new(
        new InlineString(new Text(WorkbookText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private static string ColumnName(int number)
    {
        var name = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            name = (char)('A' + (number - 1) % 26) + name;
        }

        return name;
    }
}
