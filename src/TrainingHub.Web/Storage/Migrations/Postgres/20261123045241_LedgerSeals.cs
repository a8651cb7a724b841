using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LedgerSeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LedgerSeals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Previous = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    RowsDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSealedRows",
                columns: table => new
                {
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    SealNumber = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSealedRows", x => x.RowId);
                    table.ForeignKey(
                        name: "FK_LedgerSealedRows_LedgerSeals_SealNumber",
                        column: x => x.SealNumber,
                        principalTable: "LedgerSeals",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_RecordedAt",
                table: "TrainingRecords",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Revocations_RecordedAt",
                table: "Revocations",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerSealedRows_SealNumber",
                table: "LedgerSealedRows",
                column: "SealNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LedgerSealedRows");

            migrationBuilder.DropTable(
                name: "LedgerSeals");

            migrationBuilder.DropIndex(
                name: "IX_TrainingRecords_RecordedAt",
                table: "TrainingRecords");

            migrationBuilder.DropIndex(
                name: "IX_Revocations_RecordedAt",
                table: "Revocations");
        }
    }
}
