using System.Collections;

namespace TrainingHub.Documents;

/// <summary>The modules of a QR code without the quiet zone: whoever draws it leaves four modules of white on each side.</summary>
public sealed class QrMatrix
{
    private readonly BitArray[] _rows;

    internal QrMatrix(BitArray[] rows) => _rows = rows;

    /// <summary>Modules per side.</summary>
    public int Size => _rows.Length;

    public bool IsDark(int row, int column) => _rows[row][column];

    /// <summary>Neighbouring dark modules of a row taken together: row, first column, how many.</summary>
    public IEnumerable<(int Row, int Column, int Length)> DarkRuns()
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var first = column;
                while (column < Size && _rows[row][column])
                {
                    column++;
                }

                if (column > first)
                {
                    yield return (row, first, column - first);
                }
            }
        }
    }
}
