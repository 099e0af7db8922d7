<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>nexus</name>
  <message>
   <source>14 days</source>
   <translation>14 días</translation>
  </message>
  <message>
   <source>30 days</source>
   <translation>30 días</translation>
  </message>
  <message>
   <source>90 days</source>
   <translation>90 días</translation>
  </message>
  <message>
   <source>Analyses saved</source>
   <translation>Análisis guardados</translation>
  </message>
  <message>
   <source>Results without a problem, percent</source>
   <translation>Resultados sin problemas, por ciento</translation>
  </message>
  <message>
   <source>Confidence, percent</source>
   <translation>Confianza, por ciento</translation>
  </message>
  <message>
   <source>Letters read</source>
   <translation>Cartas leídas</translation>
  </message>
  <message>
   <source>Reading a letter, milliseconds</source>
   <translation>Lectura de una carta, milisegundos</translation>
  </message>
  <message>
   <source>Finding identifiers, milliseconds</source>
   <translation>Búsqueda de identificadores, milisegundos</translation>
  </message>
  <message>
   <source>Analyzing a letter, milliseconds</source>
   <translation>Análisis de una carta, milisegundos</translation>
  </message>
  <message>
   <source>Identifiers found</source>
   <translation>Identificadores encontrados</translation>
  </message>
  <message>
   <source>{:,.0f} places</source>
   <translation>{:,.0f} lugares</translation>
  </message>
  <message>
   <source>Identifiers taken out</source>
   <translation>Identificadores eliminados</translation>
  </message>
  <message>
   <source>Places asked about</source>
   <translation>Lugares consultados</translation>
  </message>
  <message>
   <source>Reports exported</source>
   <translation>Informes exportados</translation>
  </message>
  <message>
   <source>Service: tokens</source>
   <translation>Servicio: tokens</translation>
  </message>
  <message>
   <source>{:,.0f} tokens</source>
   <translation>{:,.0f} tokens</translation>
  </message>
  <message>
   <source>Service: cost, US cents</source>
   <translation>Servicio: costo, centavos de dólar</translation>
  </message>
  <message>
   <source>{:,.1f} US cents</source>
   <translation>{:,.1f} centavos de EE. UU.</translation>
  </message>
  <message>
   <source>Requests tried again</source>
   <translation>Solicitudes reintentadas</translation>
  </message>
  <message>
   <source>Pauses of a failing service</source>
   <translation>Pausas de un servicio con fallos</translation>
  </message>
  <message>
   <source>Parts left alone for a while</source>
   <translation>Partes en pausa por un tiempo</translation>
  </message>
  <message>
   <source>Failures</source>
   <translation>Fallos</translation>
  </message>
  <message>
   <source>Bugs</source>
   <translation>Errores del programa</translation>
  </message>
  <message>
   <source>Chart by day; the table below holds the same figures</source>
   <translation>Gráfico por día; la tabla de abajo contiene las mismas cifras</translation>
  </message>
  <message>
   <source>Figures by day</source>
   <translation>Cifras por día</translation>
  </message>
  <message>
   <source>Nothing was counted yet</source>
   <translation>Aún no se ha contado nada</translation>
  </message>
  <message>
   <source>Figures appear here after the first letter.</source>
   <translation>Las cifras aparecen aquí después de la primera carta.</translation>
  </message>
  <message>
   <source>Save as CSV …</source>
   <translation>Guardar como CSV …</translation>
  </message>
  <message>
   <source>Save figures</source>
   <translation>Guardar cifras</translation>
  </message>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Cifra</translation>
  </message>
  <message>
   <source>Span</source>
   <translation>Período</translation>
  </message>
  <message>
   <source>All figures of the span as a table for a spreadsheet</source>
   <translation>Todas las cifras del período en una tabla para hoja de cálculo</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Día</translation>
  </message>
  <message>
   <source>Of which</source>
   <translation>Desglose</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Cantidad</translation>
  </message>
  <message>
   <source>Measured</source>
   <translation>Medido</translation>
  </message>
  <message>
   <source>The figures were saved.</source>
   <translation>Las cifras se guardaron.</translation>
  </message>
  <message>
   <source>The paper was written.</source>
   <translation>El documento se creó.</translation>
  </message>
  <message>
   <source>It is read in its turn, behind those above it. Meanwhile you can work on any letter that is ready.</source>
   <translation>Se lee cuando le toque, después de las que están arriba. Mientras tanto, puede trabajar en cualquier carta que esté lista.</translation>
  </message>
  <message>
   <source>This same file was analyzed before; you find it among the saved analyses.</source>
   <translation>Este mismo archivo ya se analizó antes; lo encontrará entre los análisis guardados.</translation>
  </message>
  <message>
   <source>Add a letter</source>
   <translation>Agregar una carta</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentar de nuevo</translation>
  </message>
  <message>
   <source>Analyzing …</source>
   <translation>Analizando …</translation>
  </message>
  <message>
   <source>Take off the desk</source>
   <translation>Quitar del escritorio</translation>
  </message>
  <message>
   <source>This letter waits to be read.</source>
   <translation>Esta carta espera su lectura.</translation>
  </message>
  <message>
   <source>Read it next</source>
   <translation>Leer a continuación</translation>
  </message>
  <message>
   <source>Reading the letter …</source>
   <translation>Leyendo la carta …</translation>
  </message>
  <message>
   <source>Reading …</source>
   <translation>Leyendo …</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Nexus Desktop did not close in order last time. Everything that was saved is here.</source>
   <translation>Nexus Desktop no se cerró correctamente la última vez. Todo lo guardado está aquí.</translation>
  </message>
  <message>
   <source>Copy the questions</source>
   <translation>Copiar las preguntas</translation>
  </message>
  <message>
   <source>The questions alone, numbered, as text</source>
   <translation>Solo las preguntas, numeradas, como texto</translation>
  </message>
  <message>
   <source>Up to {gain} point{s}.</source>
   <translation>Hasta {gain} punto{s}.</translation>
  </message>
  <message>
   <source>Any time</source>
   <translation>Cualquier fecha</translation>
  </message>
  <message>
   <source>Between …</source>
   <translation>Entre …</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message>
   <source>Last 7 days</source>
   <translation>Últimos 7 días</translation>
  </message>
  <message>
   <source>Last 30 days</source>
   <translation>Últimos 30 días</translation>
  </message>
  <message>
   <source>Last 12 months</source>
   <translation>Últimos 12 meses</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Mostrar todo</translation>
  </message>
  <message>
   <source>All events</source>
   <translation>Todos los eventos</translation>
  </message>
  <message>
   <source>Everyone</source>
   <translation>Todas las personas</translation>
  </message>
  <message>
   <source>Id of an analysis, import or matter</source>
   <translation>Id. de un análisis, una importación o un asunto</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Desde</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Sobre</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Evento</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Fecha</translation>
  </message>
  <message>
   <source>Choose an entry to see all of it.</source>
   <translation>Elija una entrada para verla completa.</translation>
  </message>
  <message>
   <source>Everything, with a verifier (*.zip)</source>
   <translation>Todo, con un verificador (*.zip)</translation>
  </message>
  <message>
   <source>For people (*.pdf)</source>
   <translation>Para personas (*.pdf)</translation>
  </message>
  <message>
   <source>For spreadsheets (*.csv)</source>
   <translation>Para hojas de cálculo (*.csv)</translation>
  </message>
  <message>
   <source>For programs (*.jsonl)</source>
   <translation>Para programas (*.jsonl)</translation>
  </message>
  <message>
   <source>Audit trail</source>
   <translation>Registro de auditoría</translation>
  </message>
  <message>
   <source>Acknowledge …</source>
   <translation>Dejar constancia …</translation>
  </message>
  <message>
   <source>Check every entry</source>
   <translation>Comprobar todas las entradas</translation>
  </message>
  <message>
   <source>Export …</source>
   <translation>Exportar …</translation>
  </message>
  <message>
   <source>Follow it from import to report</source>
   <translation>Seguirlo desde la importación hasta el informe</translation>
  </message>
  <message>
   <source>Every entry was checked</source>
   <translation>Se comprobaron todas las entradas</translation>
  </message>
  <message>
   <source>The check stopped at a break</source>
   <translation>La comprobación se detuvo en una rotura</translation>
  </message>
  <message>
   <source>Export the audit trail</source>
   <translation>Exportar el registro de auditoría</translation>
  </message>
  <message>
   <source>entries</source>
   <translation>entradas</translation>
  </message>
  <message>
   <source>audit trail</source>
   <translation>registro de auditoría</translation>
  </message>
  <message>
   <source>Put on record that you know of the entries that were missing</source>
   <translation>Dejar constancia de que usted sabe de las entradas que faltaban</translation>
  </message>
  <message>
   <source>Walk the whole chain from its first entry</source>
   <translation>Recorrer toda la cadena desde la primera entrada</translation>
  </message>
  <message>
   <source>Write the trail, or what the filter leaves, to a file</source>
   <translation>Guardar en un archivo el registro, o lo que deje el filtro</translation>
  </message>
  <message>
   <source>newest entries unbroken</source>
   <translation>entradas más recientes íntegras</translation>
  </message>
  <message>
   <source>{words}: {entries:,} entries, {reason}.</source>
   <translation>{words}: {entries:,} entradas, {reason}.</translation>
  </message>
  <message>
   <source>Written. Head of the trail: {head}</source>
   <translation>Exportado. Cabeza del registro: {head}</translation>
  </message>
  <message>
   <source>{told}
seal: {mac}
link: {link}</source>
   <translation>{told}
sello: {mac}
enlace: {link}</translation>
  </message>
  <message>
   <source>broken at {broken_at:,}</source>
   <translation>roto en la entrada {broken_at:,}</translation>
  </message>
  <message>
   <source>about: {object_id}</source>
   <translation>sobre: {object_id}</translation>
  </message>
  <message>
   <source>entries were missing, see {unanswered:,}</source>
   <translation>faltaban entradas; vea la {unanswered:,}</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>N.º</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Detalles</translation>
  </message>
  <message>
   <source>The citation was checked against decisions that use it.</source>
   <translation>La cita se verificó con decisiones que la utilizan.</translation>
  </message>
  <message>
   <source>Name, date and holding are confirmed; check volume and page before you cite it.</source>
   <translation>El nombre, la fecha y el fallo están confirmados; verifique el volumen y la página antes de citarla.</translation>
  </message>
  <message>
   <source>Copy citation</source>
   <translation>Copiar la cita</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Show {left} authorities</source>
   <translation>Mostrar {left} fuentes jurídicas</translation>
  </message>
  <message>
   <source>Status: {status}.</source>
   <translation>Situación: {status}.</translation>
  </message>
  <message>
   <source>{left} more</source>
   <translation>{left} más</translation>
  </message>
  <message>
   <source>The law: {left} authorities</source>
   <translation>El derecho: {left} fuentes jurídicas</translation>
  </message>
  <message>
   <source>Authority: {citation}</source>
   <translation>Fuente jurídica: {citation}</translation>
  </message>
  <message>
   <source>What you typed in the case is not saved yet. It is still there: open the details of the case (Ctrl+I).</source>
   <translation>Lo que escribió en el caso aún no se ha guardado. Sigue ahí: abra los detalles del caso (Ctrl+I).</translation>
  </message>
  <message>
   <source>The letter was moved.</source>
   <translation>La carta se trasladó.</translation>
  </message>
  <message>
   <source>Export comparison</source>
   <translation>Exportar la comparación</translation>
  </message>
  <message>
   <source>The comparison was written.</source>
   <translation>La comparación se creó.</translation>
  </message>
  <message>
   <source>Case {reference} is saved.</source>
   <translation>El caso {reference} se guardó.</translation>
  </message>
  <message>
   <source>Use the number of your own file, never the name of a client: numbers are shown in lists and titles.</source>
   <translation>Use el número de su propio expediente, nunca el nombre de un cliente: los números se muestran en listas y títulos.</translation>
  </message>
  <message>
   <source>There is no other saved analysis yet. Analyze the other letter first; it appears here.</source>
   <translation>Aún no hay otro análisis guardado. Analice primero la otra carta; aparecerá aquí.</translation>
  </message>
  <message>
   <source>No case</source>
   <translation>Sin caso</translation>
  </message>
  <message>
   <source>A new case …</source>
   <translation>Un caso nuevo …</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>Caso nuevo</translation>
  </message>
  <message>
   <source>Make the case</source>
   <translation>Crear el caso</translation>
  </message>
  <message>
   <source>if you have one</source>
   <translation>si tiene uno</translation>
  </message>
  <message>
   <source>File &amp;number</source>
   <translation>&amp;Número de expediente</translation>
  </message>
  <message>
   <source>&amp;Client number</source>
   <translation>Número de c&amp;liente</translation>
  </message>
  <message>
   <source>Move to a case</source>
   <translation>Trasladar a un caso</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Trasladar</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>Caso</translation>
  </message>
  <message>
   <source>Compare with …</source>
   <translation>Comparar con …</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Comparar</translation>
  </message>
  <message>
   <source>Analyses to compare with</source>
   <translation>Análisis con los que comparar</translation>
  </message>
  <message>
   <source>This analysis and its de-identified letter go into the case, and are kept and held as it is.</source>
   <translation>Este análisis y su carta desidentificada pasan al caso, y se conservan y retienen como él.</translation>
  </message>
  <message>
   <source>Letters of the same case come first.</source>
   <translation>Las cartas del mismo caso aparecen primero.</translation>
  </message>
  <message>
   <source>Analysis</source>
   <translation>Análisis</translation>
  </message>
  <message>
   <source>Analyses, de-identified letters, notes and the part of the audit trail that tells of them go into one encrypted file. Co-counsel opens it with the menu Data, and can read it but not change it.</source>
   <translation>Los análisis, las cartas desidentificadas, las notas y la parte del registro de auditoría que trata de ellos van en un solo archivo cifrado. El abogado asociado lo abre con el menú Datos, y puede leerlo pero no modificarlo.</translation>
  </message>
  <message>
   <source>Also the client's names and numbers and the facts of the case</source>
   <translation>También los nombres y números del cliente y los hechos del caso</translation>
  </message>
  <message>
   <source>Nothing that names the client is kept with this case, so nothing of that kind goes along.</source>
   <translation>Con este caso no se conserva nada que nombre al cliente, así que no se incluye nada de ese tipo.</translation>
  </message>
  <message>
   <source>This cannot be undone. The audit trail keeps that there was something, without what it told.</source>
   <translation>Esto no se puede deshacer. El registro de auditoría conserva que existió algo, pero no lo que decía.</translation>
  </message>
  <message>
   <source>The case is on legal hold, so nothing of it can be deleted. Lift the hold first, if you may.</source>
   <translation>El caso está en retención legal, por lo que no se puede eliminar nada de él. Levante primero la retención, si está autorizado.</translation>
  </message>
  <message>
   <source>, with the client's data, the facts and the notes kept with the case.</source>
   <translation>, con los datos del cliente, los hechos y las notas que se conservan con el caso.</translation>
  </message>
  <message>
   <source>Choose a passphrase …</source>
   <translation>Elegir una frase de contraseña …</translation>
  </message>
  <message>
   <source>Delete for good</source>
   <translation>Eliminar definitivamente</translation>
  </message>
  <message>
   <source>File number of the case to delete</source>
   <translation>Número de expediente del caso que se va a eliminar</translation>
  </message>
  <message>
   <source>analysis</source>
   <translation>análisis</translation>
  </message>
  <message>
   <source>analyses</source>
   <translation>análisis</translation>
  </message>
  <message>
   <source>de-identified letter</source>
   <translation>carta desidentificada</translation>
  </message>
  <message>
   <source>de-identified letters</source>
   <translation>cartas desidentificadas</translation>
  </message>
  <message>
   <source>note on analyses</source>
   <translation>nota sobre análisis</translation>
  </message>
  <message>
   <source>notes on analyses</source>
   <translation>notas sobre análisis</translation>
  </message>
  <message>
   <source>{join} and {parts} would go</source>
   <translation>Se eliminarían {join} y {parts}</translation>
  </message>
  <message>
   <source>Give to co-counsel</source>
   <translation>Entregar a un abogado asociado</translation>
  </message>
  <message>
   <source>Matters (*.nexusmatter)</source>
   <translation>Asuntos (*.nexusmatter)</translation>
  </message>
  <message>
   <source> Journal and older backups are cleared at the next start.</source>
   <translation> El diario y las copias de seguridad anteriores se borran en el próximo inicio.</translation>
  </message>
  <message>
   <source> A fresh backup is made, and {backups} deleted with them.</source>
   <translation> Se hace una copia de seguridad nueva, y también se eliminan {backups}.</translation>
  </message>
  <message>
   <source>told in entry {entry:,}</source>
   <translation>según consta en la entrada {entry:,}</translation>
  </message>
  <message>
   <source>Give case {reference} to co-counsel</source>
   <translation>Entregar el caso {reference} a un abogado asociado</translation>
  </message>
  <message>
   <source>Delete case {reference} for good</source>
   <translation>Eliminar definitivamente el caso {reference}</translation>
  </message>
  <message>
   <source>Type {reference} to delete it</source>
   <translation>Escriba {reference} para eliminarlo</translation>
  </message>
  <message>
   <source>older one</source>
   <translation>anterior</translation>
  </message>
  <message>
   <source>older ones</source>
   <translation>anteriores</translation>
  </message>
  <message>
   <source>Case {reference} was deleted for good with {many}, {told}.{rest}</source>
   <translation>El caso {reference} se eliminó definitivamente con {many}, {told}.{rest}</translation>
  </message>
  <message>
   <source>The case was written to {name}.</source>
   <translation>El caso se guardó en {name}.</translation>
  </message>
  <message>
   <source>All letters
of every case, and of none</source>
   <translation>Todas las cartas
de cada caso y sin caso</translation>
  </message>
  <message>
   <source>letter</source>
   <translation>carta</translation>
  </message>
  <message>
   <source>letters</source>
   <translation>cartas</translation>
  </message>
  <message>
   <source>on legal hold</source>
   <translation>en retención legal</translation>
  </message>
  <message>
   <source>nothing in it yet</source>
   <translation>aún no contiene nada</translation>
  </message>
  <message>
   <source>client {client}</source>
   <translation>cliente {client}</translation>
  </message>
  <message>
   <source>closed {closed_at:%Y-%m-%d}</source>
   <translation>cerrado el {closed_at:%Y-%m-%d}</translation>
  </message>
  <message>
   <source>Keep client and facts with this case</source>
   <translation>Conservar el cliente y los hechos con este caso</translation>
  </message>
  <message>
   <source>Off: nothing that names the client is stored; you type it anew for each letter. On: it is stored on this machine only, in the encrypted database and its backups, until you switch it off or delete the case.</source>
   <translation>Desactivado: no se guarda nada que nombre al cliente; usted lo escribe de nuevo para cada carta. Activado: se guarda solo en este equipo, en la base de datos cifrada y sus copias de seguridad, hasta que lo desactive o elimine el caso.</translation>
  </message>
  <message>
   <source>On: this names the client in the encrypted database and its backups, on this machine only. Every letter you add to this case is searched for it first, and checked against the facts. Co-counsel gets it only if you say so.</source>
   <translation>Activado: esto nombra al cliente en la base de datos cifrada y sus copias de seguridad, solo en este equipo. En cada carta que agregue a este caso se busca primero esa información, y la carta se coteja con los hechos. El abogado asociado la recibe solo si usted lo indica.</translation>
  </message>
  <message>
   <source>Saving deletes what is kept of the client and the facts. Backups made until now still hold it.</source>
   <translation>Al guardar se elimina lo que se conserva del cliente y de los hechos. Las copias de seguridad hechas hasta ahora aún lo contienen.</translation>
  </message>
  <message>
   <source>Nothing in this case is deleted, by age or by hand.</source>
   <translation>No se elimina nada de este caso, ni por antigüedad ni a mano.</translation>
  </message>
  <message>
   <source>No note yet.</source>
   <translation>Aún no hay notas.</translation>
  </message>
  <message>
   <source>Save case</source>
   <translation>Guardar el caso</translation>
  </message>
  <message>
   <source>Your file number, never a name</source>
   <translation>Su número de expediente, nunca un nombre</translation>
  </message>
  <message>
   <source>Your number of the client, if you have one; never a name</source>
   <translation>Su número del cliente, si tiene uno; nunca un nombre</translation>
  </message>
  <message>
   <source>Give to co-counsel …</source>
   <translation>Entregar a un abogado asociado …</translation>
  </message>
  <message>
   <source>Delete for good …</source>
   <translation>Eliminar definitivamente …</translation>
  </message>
  <message>
   <source>Ser&amp;vice</source>
   <translation>Servici&amp;o</translation>
  </message>
  <message>
   <source>Year of &amp;birth</source>
   <translation>Año de nac&amp;imiento</translation>
  </message>
  <message>
   <source>Service co&amp;nnected</source>
   <translation>Con cone&amp;xión con el servicio</translation>
  </message>
  <message>
   <source>Cl&amp;aimed</source>
   <translation>Recla&amp;mado</translation>
  </message>
  <message>
   <source>Denie&amp;d before</source>
   <translation>Dene&amp;gado antes</translation>
  </message>
  <message>
   <source>A note on this case</source>
   <translation>Una nota sobre este caso</translation>
  </message>
  <message>
   <source>Put on legal hold</source>
   <translation>Poner en retención legal</translation>
  </message>
  <message>
   <source>Close the case</source>
   <translation>Cerrar el caso</translation>
  </message>
  <message>
   <source>One encrypted file, to be read and not changed</source>
   <translation>Un archivo cifrado, para leer sin modificar</translation>
  </message>
  <message>
   <source>Shows first what would go</source>
   <translation>Muestra primero lo que se eliminaría</translation>
  </message>
  <message>
   <source>Client and facts</source>
   <translation>Cliente y hechos</translation>
  </message>
  <message>
   <source>Facts of the case</source>
   <translation>Hechos del caso</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Lift the legal hold</source>
   <translation>Levantar la retención legal</translation>
  </message>
  <message>
   <source>Open the case again</source>
   <translation>Volver a abrir el caso</translation>
  </message>
  <message>
   <source>Case {reference}</source>
   <translation>Caso {reference}</translation>
  </message>
  <message>
   <source>{letters}, {analyses} kept. Made {created_at}.</source>
   <translation>Se conservan {letters}, {analyses}. Creado: {created_at}.</translation>
  </message>
  <message>
   <source>Not saved. {sentence}</source>
   <translation>No se guardó. {sentence}</translation>
  </message>
  <message>
   <source>well</source>
   <translation>bien</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>sin comprobar</translation>
  </message>
  <message>
   <source>warning</source>
   <translation>aviso</translation>
  </message>
  <message>
   <source>failing</source>
   <translation>falla</translation>
  </message>
  <message>
   <source>All well</source>
   <translation>Todo bien</translation>
  </message>
  <message>
   <source>1 warning</source>
   <translation>1 aviso</translation>
  </message>
  <message>
   <source>Health checks</source>
   <translation>Comprobaciones del estado</translation>
  </message>
  <message>
   <source>Choose a check to see what to do.</source>
   <translation>Elija una comprobación para ver qué hacer.</translation>
  </message>
  <message>
   <source>{count} failing</source>
   <translation>{count} con fallas</translation>
  </message>
  <message>
   <source>Nothing needs to be done.</source>
   <translation>No hace falta hacer nada.</translation>
  </message>
  <message>
   <source>{warnings} warnings</source>
   <translation>{warnings} advertencias</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Comprobación</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Duración</translation>
  </message>
  <message>
   <source>{title}
{sentence}
{mend}
Code: {code}</source>
   <translation>{title}
{sentence}
{mend}
Código: {code}</translation>
  </message>
  <message>
   <source>Known client fields</source>
   <translation>Datos conocidos del cliente</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Comprobar de nuevo</translation>
  </message>
  <message>
   <source>What do you know of the client?</source>
   <translation>¿Qué sabe usted del cliente?</translation>
  </message>
  <message>
   <source>These are found in every form and spelling. They stay in memory for this letter. Only keyed hashes of them are kept, in the encrypted store, so that your decisions count for this client's next letter. To keep them for every letter of a case, switch that on in the details of the case.</source>
   <translation>Estos datos se encuentran en cualquier forma y grafía. Permanecen en la memoria para esta carta. Solo se conservan sus hashes con clave, en el almacén cifrado, para que sus decisiones valgan en la próxima carta de este cliente. Para conservarlos en todas las cartas de un caso, actívelo en los detalles del caso.</translation>
  </message>
  <message>
   <source>One a line: full name, former names, nicknames</source>
   <translation>Uno por línea: nombre completo, nombres anteriores, apodos</translation>
  </message>
  <message>
   <source>or its last four</source>
   <translation>o sus últimos cuatro dígitos</translation>
  </message>
  <message>
   <source>in any form</source>
   <translation>en cualquier forma</translation>
  </message>
  <message>
   <source>C-file, claim</source>
   <translation>Expediente de reclamación (C-file), reclamación</translation>
  </message>
  <message>
   <source>&amp;Names</source>
   <translation>&amp;Nombres</translation>
  </message>
  <message>
   <source>&amp;Social Security number</source>
   <translation>Número de &amp;Seguro Social</translation>
  </message>
  <message>
   <source>&amp;Date of birth</source>
   <translation>&amp;Fecha de nacimiento</translation>
  </message>
  <message>
   <source>VA &amp;file number</source>
   <translation>Número de e&amp;xpediente del VA</translation>
  </message>
  <message>
   <source>The text you copied held identifiers; it was taken off the clipboard.</source>
   <translation>El texto que copió contenía identificadores; se quitó del portapapeles.</translation>
  </message>
  <message>
   <source>Nothing that can be done now fits these letters.</source>
   <translation>Nada de lo que se puede hacer ahora coincide con estas letras.</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Comandos</translation>
  </message>
  <message>
   <source>Search commands</source>
   <translation>Buscar comandos</translation>
  </message>
  <message>
   <source>Type a few letters: an action, a tab, a help page, the number of a case</source>
   <translation>Escriba unas letras: una acción, una pestaña, una página de ayuda, el número de un caso</translation>
  </message>
  <message>
   <source>Arrows choose, Enter does it, Esc leaves.</source>
   <translation>Las flechas eligen, Enter ejecuta, Esc sale.</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Comando</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Dónde</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>A letter and its revision</source>
   <translation>Una carta y su versión revisada</translation>
  </message>
  <message>
   <source>Private opinion and C&amp;P exam</source>
   <translation>Opinión privada y examen C&amp;P</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Antes</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Después</translation>
  </message>
  <message>
   <source>Private opinion</source>
   <translation>Opinión privada</translation>
  </message>
  <message>
   <source>Comparison</source>
   <translation>Comparación</translation>
  </message>
  <message>
   <source>How the two are compared</source>
   <translation>Cómo se comparan las dos</translation>
  </message>
  <message>
   <source>Swap sides</source>
   <translation>Intercambiar lados</translation>
  </message>
  <message>
   <source>The left one to the right</source>
   <translation>La de la izquierda a la derecha</translation>
  </message>
  <message>
   <source>The exam does not speak against the claim; the checklist of attackable reasons was not applied.</source>
   <translation>El examen no se pronuncia en contra de la reclamación; no se aplicó la lista de razones impugnables.</translation>
  </message>
  <message>
   <source>looked for, not found</source>
   <translation>se buscó y no se encontró</translation>
  </message>
  <message>
   <source>met in part</source>
   <translation>cumplida en parte</translation>
  </message>
  <message>
   <source>still open</source>
   <translation>aún pendiente</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Calificación</translation>
  </message>
  <message>
   <source>Opinion</source>
   <translation>Opinión</translation>
  </message>
  <message>
   <source>Gates</source>
   <translation>Barreras</translation>
  </message>
  <message>
   <source>Condition not named</source>
   <translation>Afección no indicada</translation>
  </message>
  <message>
   <source>Open this letter</source>
   <translation>Abrir esta carta</translation>
  </message>
  <message>
   <source>What got worse</source>
   <translation>Lo que empeoró</translation>
  </message>
  <message>
   <source>What got better</source>
   <translation>Lo que mejoró</translation>
  </message>
  <message>
   <source>Gates gone</source>
   <translation>Barreras que ya no están</translation>
  </message>
  <message>
   <source>Gates new</source>
   <translation>Barreras nuevas</translation>
  </message>
  <message>
   <source>{attacks} of {attack_id} found. Low certainty: look yourself whether it is there.</source>
   <translation>Encontradas: {attacks} de {attack_id}. Certeza baja: compruebe usted si está en el texto.</translation>
  </message>
  <message>
   <source>not applicable</source>
   <translation>no corresponde</translation>
  </message>
  <message>
   <source>{certainty} certainty</source>
   <translation>certeza {certainty}</translation>
  </message>
  <message>
   <source>Open the letter at “{title}”</source>
   <translation>Abrir la carta en “{title}”</translation>
  </message>
  <message>
   <source>What the doctor was asked</source>
   <translation>Lo que se preguntó al médico</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>Lado a lado</translation>
  </message>
  <message>
   <source>Reasons of the exam that can be attacked</source>
   <translation>Razones del examen que se pueden impugnar</translation>
  </message>
  <message>
   <source>{upper}{about}, analyzed {at:%b} {day}, {at:%Y}</source>
   <translation>{upper}{about}, analizada el {day} de {at:%b} de {at:%Y}</translation>
  </message>
  <message>
   <source>Look at this first</source>
   <translation>Vea esto primero</translation>
  </message>
  <message>
   <source>Nothing was asked.</source>
   <translation>No se preguntó nada.</translation>
  </message>
  <message>
   <source>What a reader who weighs both will look at</source>
   <translation>Lo que observará un lector que sopese ambas</translation>
  </message>
  <message>
   <source>{words} – only here</source>
   <translation>{words} – solo aquí</translation>
  </message>
  <message>
   <source>{met} of {kept} asks met</source>
   <translation>Solicitudes cumplidas: {met} de {kept}</translation>
  </message>
  <message>
   <source>Line {line}: {detail}</source>
   <translation>Línea {line}: {detail}</translation>
  </message>
  <message>
   <source>Detectors miss things. Nothing counts as reviewed until you have looked through it, and no level is a promise that a text satisfies HIPAA: it says which types of identifiers are looked for and removed.</source>
   <translation>Los detectores pasan cosas por alto. Nada se considera revisado hasta que usted lo haya examinado, y ningún nivel es una promesa de que un texto cumpla con HIPAA: indica qué tipos de identificadores se buscan y se suprimen.</translation>
  </message>
  <message>
   <source>Choose a kind to let its removal begin at an earlier level.</source>
   <translation>Elija un tipo para que su supresión empiece en un nivel anterior.</translation>
  </message>
  <message>
   <source>Level for new letters</source>
   <translation>Nivel para cartas nuevas</translation>
  </message>
  <message>
   <source>&amp;Level for new letters</source>
   <translation>&amp;Nivel para cartas nuevas</translation>
  </message>
  <message>
   <source>Kinds of identifiers</source>
   <translation>Tipos de identificadores</translation>
  </message>
  <message>
   <source>Remove it from this level on</source>
   <translation>Suprimirlo desde este nivel</translation>
  </message>
  <message>
   <source>Saved. It counts from the next letter on, and for open letters when they are searched again.</source>
   <translation>Guardado. Vale desde la próxima carta, y para las cartas abiertas cuando se vuelva a buscar en ellas.</translation>
  </message>
  <message>
   <source>Identifier</source>
   <translation>Identificador</translation>
  </message>
  <message>
   <source>Removed from level</source>
   <translation>Se suprime desde el nivel</translation>
  </message>
  <message>
   <source>At this level</source>
   <translation>En este nivel</translation>
  </message>
  <message>
   <source>Removed so far</source>
   <translation>Suprimidos hasta ahora</translation>
  </message>
  <message>
   <source>{level} (earlier than shipped)</source>
   <translation>{level} (antes que de fábrica)</translation>
  </message>
  <message>
   <source>{title}: removed from this level on. A firm can let it begin earlier, never later.</source>
   <translation>{title}: se suprime desde este nivel. Un bufete puede hacer que empiece antes, nunca después.</translation>
  </message>
  <message>
   <source>Locked. {reason}</source>
   <translation>Bloqueado. {reason}</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>se suprime</translation>
  </message>
  <message>
   <source>stays</source>
   <translation>se conserva</translation>
  </message>
  <message>
   <source> (as shipped)</source>
   <translation> (de fábrica)</translation>
  </message>
  <message>
   <source>Removes or asks about what only your firm knows. A client's name belongs into the known client fields of a letter: rules are written to a file that is not encrypted.</source>
   <translation>Suprime lo que solo su bufete conoce, o pregunta por ello. El nombre de un cliente corresponde a los datos conocidos del cliente de una carta: las reglas se guardan en un archivo sin cifrar.</translation>
  </message>
  <message>
   <source>Keeps what is no identifier here. What you know of the client is removed all the same, and names of people are asked about.</source>
   <translation>Conserva lo que no es un identificador aquí. Lo que usted sabe del cliente se suprime de todos modos, y se pregunta por los nombres de personas.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Suprimir</translation>
  </message>
  <message>
   <source>Ask me</source>
   <translation>Preguntarme</translation>
  </message>
  <message>
   <source>such as case-number; it must name no one</source>
   <translation>por ejemplo case-number; no debe nombrar a nadie</translation>
  </message>
  <message>
   <source>Looks for</source>
   <translation>Busca</translation>
  </message>
  <message>
   <source>Words or phrases</source>
   <translation>Palabras o frases</translation>
  </message>
  <message>
   <source>Pattern</source>
   <translation>Patrón</translation>
  </message>
  <message>
   <source>such as \bBVA-\d{4}\b</source>
   <translation>por ejemplo \bBVA-\d{4}\b</translation>
  </message>
  <message>
   <source>Capitals &amp;matter</source>
   <translation>Distinguir mayúsc&amp;ulas</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>Qué hacer</translation>
  </message>
  <message>
   <source>From level</source>
   <translation>Desde el nivel</translation>
  </message>
  <message>
   <source>Counts as</source>
   <translation>Cuenta como</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Etiqueta</translation>
  </message>
  <message>
   <source>as for its kind</source>
   <translation>la de su tipo</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motivo</translation>
  </message>
  <message>
   <source>why this is no identifier here</source>
   <translation>por qué esto no es un identificador aquí</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regla</translation>
  </message>
  <message>
   <source>Exception</source>
   <translation>Excepción</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Eliminar</translation>
  </message>
  <message>
   <source>L&amp;ooks for</source>
   <translation>&amp;Busca</translation>
  </message>
  <message>
   <source>&amp;What to do</source>
   <translation>&amp;Qué hacer</translation>
  </message>
  <message>
   <source>&amp;From level</source>
   <translation>Desde e&amp;l nivel</translation>
  </message>
  <message>
   <source>&amp;Counts as</source>
   <translation>Cuenta co&amp;mo</translation>
  </message>
  <message>
   <source>&amp;Tag</source>
   <translation>E&amp;tiqueta</translation>
  </message>
  <message>
   <source>&amp;Reason</source>
   <translation>M&amp;otivo</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>Regla nueva</translation>
  </message>
  <message>
   <source>New exception</source>
   <translation>Excepción nueva</translation>
  </message>
  <message>
   <source>Words or phrases, one a line</source>
   <translation>Palabras o frases, una por línea</translation>
  </message>
  <message>
   <source>Set by {layer}; it cannot be changed here.</source>
   <translation>Fijado por {layer}; no se puede cambiar aquí.</translation>
  </message>
  <message>
   <source>The file of your firm's rules. The form writes the same file, and keeps no remarks.</source>
   <translation>El archivo de las reglas de su bufete. El formulario escribe el mismo archivo y no conserva comentarios.</translation>
  </message>
  <message>
   <source>version: 1
rules:
- id: case-number
  pattern: '\bBVA-\d{4}\b'
  tag: CASE NUMBER
exceptions:
- id: our-office
  words: [Alder &amp; Stone LLP]
  reason: our own name</source>
   <translation>version: 1
rules:
- id: case-number
  pattern: '\bBVA-\d{4}\b'
  tag: CASE NUMBER
exceptions:
- id: our-office
  words: [Alder &amp; Stone LLP]
  reason: nuestro propio nombre</translation>
  </message>
  <message>
   <source>Text of the rules</source>
   <translation>Texto de las reglas</translation>
  </message>
  <message>
   <source>Back to the list</source>
   <translation>Volver a la lista</translation>
  </message>
  <message>
   <source>Check and save</source>
   <translation>Comprobar y guardar</translation>
  </message>
  <message>
   <source>Line {block_number}</source>
   <translation>Línea {block_number}</translation>
  </message>
  <message>
   <source>No rules yet. A rule removes, or asks about, what only your firm knows: your matter numbers, an expert's name. An exception keeps what is no identifier here, such as your own letterhead.</source>
   <translation>Aún no hay reglas. Una regla suprime lo que solo su bufete conoce, o pregunta por ello: sus números de asunto, el nombre de un perito. Una excepción conserva lo que no es un identificador aquí, como su propio membrete.</translation>
  </message>
  <message>
   <source>The file of {} cannot be read, so no letter is searched until it is mended.</source>
   <translation>No se puede leer el archivo de {}; no se busca en ninguna carta hasta que se corrija.</translation>
  </message>
  <message>
   <source>1 place</source>
   <translation>1 lugar</translation>
  </message>
  <message>
   <source>Edit as text</source>
   <translation>Editar como texto</translation>
  </message>
  <message>
   <source>Rules and exceptions</source>
   <translation>Reglas y excepciones</translation>
  </message>
  <message>
   <source>Cannot be used</source>
   <translation>No se puede usar</translation>
  </message>
  <message>
   <source>Stopped: too slow, or it matches nearly everything</source>
   <translation>Detenida: demasiado lenta, o coincide con casi todo</translation>
  </message>
  <message>
   <source>On a letter this would stop the work rather than leave the rule out.</source>
   <translation>En una carta, esto detendría el trabajo en lugar de omitir la regla.</translation>
  </message>
  <message>
   <source>Add a rule</source>
   <translation>Agregar una regla</translation>
  </message>
  <message>
   <source>Add an exception</source>
   <translation>Agregar una excepción</translation>
  </message>
  <message>
   <source>your administrator's rules</source>
   <translation>las reglas de su administrador</translation>
  </message>
  <message>
   <source>your firm's rules</source>
   <translation>las reglas de su bufete</translation>
  </message>
  <message>
   <source>{count:,} places</source>
   <translation>{count:,} lugares</translation>
  </message>
  <message>
   <source>In the sample letter: {places}, {milliseconds:,.1f} ms</source>
   <translation>En la carta de ejemplo: {places}, {milliseconds:,.1f} ms</translation>
  </message>
  <message>
   <source>{does} from {level} on</source>
   <translation>{does} desde el nivel {level}</translation>
  </message>
  <message>
   <source>off ({words})</source>
   <translation>desactivada ({words})</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id.</translation>
  </message>
  <message>
   <source>Does</source>
   <translation>Efecto</translation>
  </message>
  <message>
   <source>Set by</source>
   <translation>Fijado por</translation>
  </message>
  <message>
   <source>and {count:,} more</source>
   <translation>y {count:,} más</translation>
  </message>
  <message>
   <source>{format} Line {line}: {detail}</source>
   <translation>{format} Línea {line}: {detail}</translation>
  </message>
  <message>
   <source>Nothing here is said because it was meant to be so: each line was opened, read or tried when you see it.</source>
   <translation>Nada de esto se afirma porque así deba ser: cada línea se abrió, se leyó o se probó cuando usted la ve.</translation>
  </message>
  <message>
   <source>to note</source>
   <translation>por observar</translation>
  </message>
  <message>
   <source>How things stand</source>
   <translation>Cómo está todo</translation>
  </message>
  <message>
   <source>Choose a line to read all of it.</source>
   <translation>Elija una línea para leerla completa.</translation>
  </message>
  <message>
   <source>all good</source>
   <translation>todo en orden</translation>
  </message>
  <message>
   <source>What was looked at</source>
   <translation>Qué se comprobó</translation>
  </message>
  <message>
   <source>{bad} bad</source>
   <translation>{bad} con problemas</translation>
  </message>
  <message>
   <source>{noted} to note</source>
   <translation>{noted} por observar</translation>
  </message>
  <message>
   <source>{title}: {words}
{sentence}
Looked at {at}</source>
   <translation>{title}: {words}
{sentence}
Comprobado: {at}</translation>
  </message>
  <message>
   <source>Web page (*.html)</source>
   <translation>Página web (*.html)</translation>
  </message>
  <message>
   <source>JSON (*.json)</source>
   <translation>JSON (*.json)</translation>
  </message>
  <message>
   <source>What is removed</source>
   <translation>Qué se suprime</translation>
  </message>
  <message>
   <source>Rules of your firm</source>
   <translation>Reglas de su bufete</translation>
  </message>
  <message>
   <source>Over time</source>
   <translation>A lo largo del tiempo</translation>
  </message>
  <message>
   <source>Export the compliance record</source>
   <translation>Exportar el registro de cumplimiento</translation>
  </message>
  <message>
   <source>identifiers removed</source>
   <translation>identificadores suprimidos</translation>
  </message>
  <message>
   <source>letters kept</source>
   <translation>cartas conservadas</translation>
  </message>
  <message>
   <source>rules</source>
   <translation>reglas</translation>
  </message>
  <message>
   <source>how things stand</source>
   <translation>cómo está todo</translation>
  </message>
  <message>
   <source>Export record …</source>
   <translation>Exportar el registro …</translation>
  </message>
  <message>
   <source>not readable</source>
   <translation>no se puede leer</translation>
  </message>
  <message>
   <source> + {lines} of yours</source>
   <translation> + {lines} propias</translation>
  </message>
  <message>
   <source>Written: {name}</source>
   <translation>Guardado: {name}</translation>
  </message>
  <message>
   <source>No letter has been kept yet. Redactions are counted here, week by week, as soon as one is.</source>
   <translation>Aún no se ha conservado ninguna carta. Las supresiones se cuentan aquí, semana por semana, en cuanto haya una.</translation>
  </message>
  <message>
   <source>Redactions by week, as in the table</source>
   <translation>Supresiones por semana, como en la tabla</translation>
  </message>
  <message>
   <source>Kind of identifier</source>
   <translation>Tipo de identificador</translation>
  </message>
  <message>
   <source>&amp;Show</source>
   <translation>&amp;Mostrar</translation>
  </message>
  <message>
   <source>Redactions by week</source>
   <translation>Supresiones por semana</translation>
  </message>
  <message>
   <source>Choose a week to see all of it.</source>
   <translation>Elija una semana para verla completa.</translation>
  </message>
  <message>
   <source>Every kind</source>
   <translation>Todos los tipos</translation>
  </message>
  <message>
   <source>1 letter</source>
   <translation>1 carta</translation>
  </message>
  <message>
   <source>Week of</source>
   <translation>Semana del</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Cartas</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Suprimidos</translation>
  </message>
  <message>
   <source>Most often</source>
   <translation>Más frecuente</translation>
  </message>
  <message>
   <source>{letters:,} letters</source>
   <translation>{letters:,} cartas</translation>
  </message>
  <message>
   <source>Week of {monday}: {letters}, {removed:,} removed. {each}</source>
   <translation>Semana del {monday}: {letters}, {removed:,} suprimidos. {each}</translation>
  </message>
  <message>
   <source>Letters outside a matter count from their analysis, those in a matter from the day it is closed. An open matter and one on legal hold lose nothing. Nothing is deleted by itself but what was in the trash for 30 days.</source>
   <translation>En las cartas sin asunto, el plazo cuenta desde su análisis; en las de un asunto, desde el día en que se cierra. Un asunto abierto y uno en retención legal no pierden nada. Nada se elimina por sí solo, salvo lo que estuvo 30 días en la papelera.</translation>
  </message>
  <message>
   <source>Backups and retention</source>
   <translation>Copias de seguridad y conservación</translation>
  </message>
  <message>
   <source>There is none yet.</source>
   <translation>Aún no hay ninguna.</translation>
  </message>
  <message>
   <source>1 backup</source>
   <translation>1 copia de seguridad</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Restaurar una copia de seguridad</translation>
  </message>
  <message>
   <source>Backups (*.nexusbackup)</source>
   <translation>Copias de seguridad (*.nexusbackup)</translation>
  </message>
  <message>
   <source>everything is kept</source>
   <translation>se conserva todo</translation>
  </message>
  <message>
   <source>Days analyses are kept</source>
   <translation>Días que se conservan los análisis</translation>
  </message>
  <message>
   <source>Number of analyses to delete</source>
   <translation>Número de análisis que se van a eliminar</translation>
  </message>
  <message>
   <source>Type their number to delete them</source>
   <translation>Escriba su número para eliminarlos</translation>
  </message>
  <message>
   <source>{analyses} analyses were deleted for good, told in entry {entry:,}.{rest}</source>
   <translation>Se eliminaron definitivamente {analyses} análisis, según consta en la entrada {entry:,}.{rest}</translation>
  </message>
  <message>
   <source>What named a client was deleted for good, told in entry {entry:,}.{rest}</source>
   <translation>Lo que nombraba a un cliente se eliminó definitivamente; consta en la entrada {entry:,}.{rest}</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Copias de seguridad</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Hacer una copia de seguridad ahora</translation>
  </message>
  <message>
   <source>Restore a backup …</source>
   <translation>Restaurar una copia de seguridad …</translation>
  </message>
  <message>
   <source>How long analyses are kept</source>
   <translation>Cuánto tiempo se conservan los análisis</translation>
  </message>
  <message>
   <source>Use this</source>
   <translation>Usar este plazo</translation>
  </message>
  <message>
   <source>Show what is due</source>
   <translation>Mostrar lo que corresponde eliminar</translation>
  </message>
  <message>
   <source>days</source>
   <translation>días</translation>
  </message>
  <message>
   <source>What is due for deletion</source>
   <translation>Lo que corresponde eliminar</translation>
  </message>
  <message>
   <source>The newest is of {newest}.</source>
   <translation>La más reciente es del {newest}.</translation>
  </message>
  <message>
   <source>{count} backups</source>
   <translation>{count} copias de seguridad</translation>
  </message>
  <message>
   <source>Backup made and verified by opening it: {name}</source>
   <translation>Copia de seguridad hecha y verificada al abrirla: {name}</translation>
  </message>
  <message>
   <source>Analyzed</source>
   <translation>Analizado</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>Asunto</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>Afección</translation>
  </message>
  <message>
   <source>The policy is in force.</source>
   <translation>La política está en vigor.</translation>
  </message>
  <message>
   <source> {held} more are on legal hold and stay.</source>
   <translation> Otros en retención legal, que se conservan: {held}.</translation>
  </message>
  <message>
   <source>, with {backups} older backups that may hold them</source>
   <translation>, junto con copias de seguridad anteriores que pueden contenerlos ({backups})</translation>
  </message>
  <message>
   <source> {case_files} closed cases lose what names their client.</source>
   <translation> Casos cerrados que pierden lo que nombra a su cliente: {case_files}.</translation>
  </message>
  <message>
   <source>{lines} analyses are due{with_them}.{filed}{held}</source>
   <translation>{lines} análisis por eliminar{with_them}.{filed}{held}</translation>
  </message>
  <message>
   <source>Nexus Desktop</source>
   <translation>Nexus Desktop</translation>
  </message>
  <message>
   <source>Open a matter</source>
   <translation>Abrir un asunto</translation>
  </message>
  <message>
   <source>The backup of {made_at} with {analyses} analyses is ready. Nexus Desktop closes now; at its next start the backup takes the place of the present data, which is kept beside it.</source>
   <translation>La copia de seguridad del {made_at} con {analyses} análisis está lista. Nexus Desktop se cierra ahora; en su próximo inicio la copia sustituye a los datos actuales, que se conservan junto a ella.</translation>
  </message>
  <message>
   <source>The passphrase is set.</source>
   <translation>La frase de contraseña está establecida.</translation>
  </message>
  <message>
   <source>could not be read</source>
   <translation>no se pudo leer</translation>
  </message>
  <message>
   <source>ready to analyze</source>
   <translation>lista para analizar</translation>
  </message>
  <message>
   <source>, in doubt</source>
   <translation>, en duda</translation>
  </message>
  <message>
   <source>reading, {percent} %</source>
   <translation>leyendo, {percent} %</translation>
  </message>
  <message>
   <source>{left} to decide</source>
   <translation>{left} por decidir</translation>
  </message>
  <message>
   <source>Back to the letter</source>
   <translation>Volver a la carta</translation>
  </message>
  <message>
   <source>Your open letters could not be secured against a crash. {} {}</source>
   <translation>No se pudieron proteger sus cartas abiertas contra un cierre inesperado. {} {}</translation>
  </message>
  <message>
   <source>Discarded. The files themselves are where they were.</source>
   <translation>Descartado. Los archivos mismos siguen donde estaban.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>“{title}” was taken off the desk.</source>
   <translation>“{title}” se quitó del escritorio.</translation>
  </message>
  <message>
   <source>{left} letters</source>
   <translation>{left} cartas</translation>
  </message>
  <message>
   <source>, with {decided} decision{s}</source>
   <translation>, con decisión tomada sobre {decided} hallazgo{s}</translation>
  </message>
  <message>
   <source>You had {letters} open{with_it}.</source>
   <translation>Usted tenía {letters} sin cerrar{with_it}.</translation>
  </message>
  <message>
   <source>Diagnostics</source>
   <translation>Diagnóstico</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Archivos</translation>
  </message>
  <message>
   <source>Content of the file</source>
   <translation>Contenido del archivo</translation>
  </message>
  <message>
   <source>Save diagnostics</source>
   <translation>Guardar el diagnóstico</translation>
  </message>
  <message>
   <source>Zip file (*.zip)</source>
   <translation>Archivo zip (*.zip)</translation>
  </message>
  <message>
   <source>This is all that will be saved</source>
   <translation>Esto es todo lo que se guardará</translation>
  </message>
  <message>
   <source>Versions, settings, health, failures and timings; no letter, no name, no path. Nothing is sent: you save one file and decide who gets it.</source>
   <translation>Versiones, ajustes, estado, fallos y tiempos; ninguna carta, ningún nombre, ninguna ruta. No se envía nada: usted guarda un archivo y decide quién lo recibe.</translation>
  </message>
  <message>
   <source>Health for monitoring programs is off: nothing listens on this machine.</source>
   <translation>El estado para programas de supervisión está desactivado: nada escucha en este equipo.</translation>
  </message>
  <message>
   <source>Switch on</source>
   <translation>Activar</translation>
  </message>
  <message>
   <source>Switch off</source>
   <translation>Desactivar</translation>
  </message>
  <message>
   <source> Locked. {reason}</source>
   <translation> Bloqueado. {reason}</translation>
  </message>
  <message>
   <source>Monitoring programs on this machine may ask {address} with the token in {token_file}. It tells codes and counts, nothing of any letter.{locked}</source>
   <translation>Los programas de supervisión de este equipo pueden consultar {address} con el token de {token_file}. Informa códigos y cantidades, nada de ninguna carta.{locked}</translation>
  </message>
  <message>
   <source>Search by code, words, date or correlation id</source>
   <translation>Buscar por código, palabras, fecha o id. de correlación</translation>
  </message>
  <message>
   <source>Search failures</source>
   <translation>Buscar fallos</translation>
  </message>
  <message>
   <source>No failure is on record</source>
   <translation>No hay ningún fallo registrado</translation>
  </message>
  <message>
   <source>Failures of the last 30 days would be listed here.</source>
   <translation>Aquí se mostrarían los fallos de los últimos 30 días.</translation>
  </message>
  <message>
   <source>Choose a failure to see what to do.</source>
   <translation>Elija un fallo para ver qué hacer.</translation>
  </message>
  <message>
   <source>Copy code</source>
   <translation>Copiar el código</translation>
  </message>
  <message>
   <source> Trying again may help.</source>
   <translation> Puede servir intentarlo de nuevo.</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Código</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Qué ocurrió</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Tipo</translation>
  </message>
  <message>
   <source>Code: {code}</source>
   <translation>Código: {code}</translation>
  </message>
  <message>
   <source>Place in the program: {where}</source>
   <translation>Lugar en el programa: {where}</translation>
  </message>
  <message>
   <source>Correlation id: {correlation_id}</source>
   <translation>Id. de correlación: {correlation_id}</translation>
  </message>
  <message>
   <source>Serves: </source>
   <translation>Sirve para: </translation>
  </message>
  <message>
   <source>Gate: {title}</source>
   <translation>Barrera: {title}</translation>
  </message>
  <message>
   <source>Opinion of {whose}</source>
   <translation>Opinión: {whose}</translation>
  </message>
  <message>
   <source>Nothing that identifies a person was found. Read the letter and mark what was missed.</source>
   <translation>No se encontró nada que identifique a una persona. Lea la carta y marque lo que se pasó por alto.</translation>
  </message>
  <message>
   <source>In every letter of this case that is on the desk and in review. What is known of the client, sure names, and what you removed by hand in another letter is never kept this way.</source>
   <translation>En cada carta de este caso que está en el escritorio y en revisión. Lo que se sabe del cliente, los nombres seguros y lo que usted suprimió a mano en otra carta nunca se conservan de este modo.</translation>
  </message>
  <message>
   <source>Words in question</source>
   <translation>Palabras en cuestión</translation>
  </message>
  <message>
   <source>Remove (R)</source>
   <translation>Suprimir (R)</translation>
  </message>
  <message>
   <source>Keep (K)</source>
   <translation>Conservar (K)</translation>
  </message>
  <message>
   <source>Take the last decision back (Ctrl+Z)</source>
   <translation>Revertir la última decisión (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Remove in {letters} letters, {places} places (Ctrl+Shift+R)</source>
   <translation>Suprimir en {letters} cartas, {places} lugares (Ctrl+Shift+R)</translation>
  </message>
  <message>
   <source>Keep in {letters} letters, {places} places (Ctrl+Shift+K)</source>
   <translation>Conservar en {letters} cartas, {places} lugares (Ctrl+Shift+K)</translation>
  </message>
  <message>
   <source>Remove all {like} like this (Shift+R)</source>
   <translation>Suprimir los {like} como este (Shift+R)</translation>
  </message>
  <message>
   <source>Keep all {like} (Shift+K)</source>
   <translation>Conservar los {like} (Shift+K)</translation>
  </message>
  <message>
   <source>will be removed</source>
   <translation>se suprimirá</translation>
  </message>
  <message>
   <source>stays in the letter</source>
   <translation>se conserva en la carta</translation>
  </message>
  <message>
   <source>please decide</source>
   <translation>decida, por favor</translation>
  </message>
  <message>
   <source>quite sure</source>
   <translation>muy seguro</translation>
  </message>
  <message>
   <source>fairly sure</source>
   <translation>bastante seguro</translation>
  </message>
  <message>
   <source>not sure</source>
   <translation>dudoso</translation>
  </message>
  <message>
   <source>This window keeps nothing: its key is in memory only and is gone when it closes.</source>
   <translation>Esta ventana no conserva nada: su clave está solo en la memoria y desaparece al cerrarla.</translation>
  </message>
  <message>
   <source>The keyring of this machine</source>
   <translation>El llavero del sistema de este equipo</translation>
  </message>
  <message>
   <source>Opens with your login, without asking. Whoever sits at this machine while you are logged in can open it too.</source>
   <translation>Se abre con su inicio de sesión, sin preguntar. Quien use este equipo mientras usted tenga la sesión iniciada también puede abrirla.</translation>
  </message>
  <message>
   <source>Asked for at every start and kept nowhere. Without it, and without the recovery key of the next page, nobody can open the database.</source>
   <translation>Se pide en cada inicio y no se guarda en ningún lugar. Sin ella, y sin la clave de recuperación de la página siguiente, nadie puede abrir la base de datos.</translation>
  </message>
  <message>
   <source>No keyring works on this machine, so a passphrase is needed.</source>
   <translation>Ningún llavero del sistema funciona en este equipo, así que se necesita una frase de contraseña.</translation>
  </message>
  <message>
   <source>You can change it at any time in the Compliance tab. Detectors miss things at every level.</source>
   <translation>Puede cambiarlo en cualquier momento en la pestaña Cumplimiento. Los detectores pasan cosas por alto en todos los niveles.</translation>
  </message>
  <message>
   <source>Names, numbers and contacts go. Dates, towns and employers stay: one may still guess who it is.</source>
   <translation>Se suprimen nombres, números y datos de contacto. Las fechas, las ciudades y los empleadores se conservan: aún se puede adivinar quién es.</translation>
  </message>
  <message>
   <source>Also what HIPAA's Safe Harbor list names: full dates, small places, employers, ages over 89. What dates say about order and intervals is kept.</source>
   <translation>También lo que nombra la lista Safe Harbor de HIPAA: fechas completas, lugares pequeños, empleadores, edades mayores de 89. Se conserva lo que las fechas dicen sobre el orden y los intervalos.</translation>
  </message>
  <message>
   <source>Also clinicians, hospitals, units and stations. Least can be guessed; a reader no longer sees who wrote the letter.</source>
   <translation>También médicos, hospitales, unidades y estaciones. Es lo que menos permite adivinar; el lector ya no ve quién escribió la carta.</translation>
  </message>
  <message>
   <source>What opens your database</source>
   <translation>Qué abre su base de datos</translation>
  </message>
  <message>
   <source>A recovery key, on paper</source>
   <translation>Una clave de recuperación, en papel</translation>
  </message>
  <message>
   <source>How much is removed</source>
   <translation>Cuánto se suprime</translation>
  </message>
  <message>
   <source>Offline, or a service</source>
   <translation>Sin conexión, o con un servicio</translation>
  </message>
  <message>
   <source>A random key encrypts the database. It is made on this page.</source>
   <translation>Una clave aleatoria cifra la base de datos. Se crea en esta página.</translation>
  </message>
  <message>
   <source>A random key encrypts the database. It is made when you go on. What opens it?</source>
   <translation>Una clave aleatoria cifra la base de datos. Se crea cuando usted continúa. ¿Qué la abre?</translation>
  </message>
  <message>
   <source>If the keyring is lost or the passphrase forgotten, this key opens your database, and nothing else does. It is shown once: print it or write it down, then type two of its eight groups back.</source>
   <translation>Si se pierde el llavero del sistema o se olvida la frase de contraseña, esta clave abre su base de datos, y nada más lo hace. Se muestra una sola vez: imprímala o anótela, y luego vuelva a escribir dos de sus ocho grupos.</translation>
  </message>
  <message>
   <source>Make the &amp;recovery key …</source>
   <translation>Crear la clave de &amp;recuperación …</translation>
  </message>
  <message>
   <source>Letters are judged by rules on this machine. A service can read a reviewed letter as well, if you wish.</source>
   <translation>Las cartas se evalúan con reglas en este equipo. Un servicio también puede leer una carta revisada, si usted lo desea.</translation>
  </message>
  <message>
   <source>Stay &amp;offline</source>
   <translation>Seguir sin cone&amp;xión</translation>
  </message>
  <message>
   <source>No connection is opened. You can change that at any time in the menu Letter, Services.</source>
   <translation>No se abre ninguna conexión. Puede cambiarlo en cualquier momento en el menú Carta, Servicios.</translation>
  </message>
  <message>
   <source>Set &amp;up a service when the steps are done</source>
   <translation>Confi&amp;gurar un servicio al terminar los pasos</translation>
  </message>
  <message>
   <source>The letter without identifiers goes to an address you name, each time after you saw the exact bytes. You need an account there, and an agreement that covers health information.</source>
   <translation>La carta sin identificadores se envía a una dirección que usted indica, cada vez después de que haya visto los bytes exactos. Necesita una cuenta allí y un acuerdo que abarque la información de salud.</translation>
  </message>
  <message>
   <source>N&amp;ew passphrase</source>
   <translation>Frase de contraseña n&amp;ueva</translation>
  </message>
  <message>
   <source>&amp;Once more</source>
   <translation>Una &amp;vez más</translation>
  </message>
  <message>
   <source>&amp;Make the key</source>
   <translation>&amp;Crear la clave</translation>
  </message>
  <message>
   <source>Make a &amp;new one …</source>
   <translation>Crear una n&amp;ueva …</translation>
  </message>
  <message>
   <source>Looking for a keyring …</source>
   <translation>Buscando un llavero del sistema …</translation>
  </message>
  <message>
   <source>The key is made. It is opened by {opens}. Change that at any time in the menu Data, Keys.</source>
   <translation>La clave está creada. La abre {opens}. Puede cambiarlo en cualquier momento en el menú Datos, Claves.</translation>
  </message>
  <message>
   <source>Made on {made:%Y-%m-%d}, and in force.</source>
   <translation>Creada el {made:%Y-%m-%d}, y en vigor.</translation>
  </message>
  <message>
   <source>the keyring of this machine</source>
   <translation>el llavero del sistema de este equipo</translation>
  </message>
  <message>
   <source>your passphrase</source>
   <translation>su frase de contraseña</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>&amp;Siguiente</translation>
  </message>
  <message>
   <source>Skip for &amp;now</source>
   <translation>&amp;Omitir por ahora</translation>
  </message>
  <message>
   <source>Kept are the text without identifiers, its results, your cases and the trail of what was done, in one encrypted database on this machine. The letter itself stays in its own file.</source>
   <translation>Se conservan el texto sin identificadores, sus resultados, sus casos y el registro de lo que se hizo, en una sola base de datos cifrada en este equipo. La carta misma permanece en su propio archivo.</translation>
  </message>
  <message>
   <source>No account and no network: nothing is sent, not even figures on use, unless you set up a service.</source>
   <translation>Sin cuenta y sin red: no se envía nada, ni siquiera cifras de uso, a menos que usted configure un servicio.</translation>
  </message>
  <message>
   <source>You decide. Detectors miss things, so you review each letter before it is analyzed.</source>
   <translation>Usted decide. Los detectores pasan cosas por alto, así que usted revisa cada carta antes de analizarla.</translation>
  </message>
  <message>
   <source>It gives no legal or medical advice, predicts no award, and no level of redaction is a promise that a text satisfies HIPAA.</source>
   <translation>No da asesoramiento jurídico ni médico, no predice ninguna indemnización, y ningún nivel de supresión es una promesa de que un texto cumpla con HIPAA.</translation>
  </message>
  <message>
   <source>Your letters stay on this machine</source>
   <translation>Sus cartas permanecen en este equipo</translation>
  </message>
  <message>
   <source>Try it with the sample letter</source>
   <translation>Pruébelo con la carta de ejemplo</translation>
  </message>
  <message>
   <source>A wholly invented letter comes with the program. Take it through the four steps: look through what was found, decide what is in doubt, analyze it, read the result.</source>
   <translation>Con el programa viene una carta totalmente inventada. Llévela por los cuatro pasos: examine lo que se encontró, decida lo que está en duda, analícela, lea el resultado.</translation>
  </message>
  <message>
   <source>&amp;Open the sample letter now</source>
   <translation>Abrir ahora la carta de e&amp;jemplo</translation>
  </message>
  <message>
   <source>The button at the bottom right always says the next step. F1 opens help for what is on the screen.</source>
   <translation>El botón de abajo a la derecha siempre indica el paso siguiente. F1 abre la ayuda de lo que está en pantalla.</translation>
  </message>
  <message>
   <source>&amp;Start work</source>
   <translation>Em&amp;pezar a trabajar</translation>
  </message>
  <message>
   <source>This machine</source>
   <translation>Este equipo</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Clave</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>Clave de recuperación</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Nivel</translation>
  </message>
  <message>
   <source>Offline or service</source>
   <translation>Sin conexión o servicio</translation>
  </message>
  <message>
   <source>Sample letter</source>
   <translation>Carta de ejemplo</translation>
  </message>
  <message>
   <source>&amp;Later</source>
   <translation>&amp;Más tarde</translation>
  </message>
  <message>
   <source>First steps</source>
   <translation>Primeros pasos</translation>
  </message>
  <message>
   <source>Go to work now. These steps are in the menu Help, First steps.</source>
   <translation>Empiece a trabajar ahora. Estos pasos están en el menú Ayuda, Primeros pasos.</translation>
  </message>
  <message>
   <source>&amp;Back</source>
   <translation>&amp;Atrás</translation>
  </message>
  <message>
   <source>Step {index} of {pages}</source>
   <translation>Paso {index} de {pages}</translation>
  </message>
  <message>
   <source>First steps, {index} of {pages}: {title}</source>
   <translation>Primeros pasos, {index} de {pages}: {title}</translation>
  </message>
  <message>
   <source> (done)</source>
   <translation> (hecho)</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Probar ahora</translation>
  </message>
  <message>
   <source>Ask now</source>
   <translation>Preguntar ahora</translation>
  </message>
  <message>
   <source>Diagnostics …</source>
   <translation>Diagnóstico …</translation>
  </message>
  <message>
   <source>Check again</source>
   <translation>Comprobar de nuevo</translation>
  </message>
  <message>
   <source>Checks</source>
   <translation>Comprobaciones</translation>
  </message>
  <message>
   <source>Activity</source>
   <translation>Actividad</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>Bufete</translation>
  </message>
  <message>
   <source>overall</source>
   <translation>en general</translation>
  </message>
  <message>
   <source>version</source>
   <translation>versión</translation>
  </message>
  <message>
   <source>One file for whoever helps you, shown in full before it is saved</source>
   <translation>Un archivo para quien le ayude, que se muestra completo antes de guardarlo</translation>
  </message>
  <message>
   <source>The diagnostics file was written.</source>
   <translation>Se escribió el archivo de diagnóstico.</translation>
  </message>
  <message>
   <source>This page did not come with the program. Install the program again; your data stays where it is.</source>
   <translation>Esta página no venía con el programa. Instale el programa de nuevo; sus datos permanecen donde están.</translation>
  </message>
  <message>
   <source>Analyze</source>
   <translation>Analizar</translation>
  </message>
  <message>
   <source>Compliance</source>
   <translation>Cumplimiento</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>Auditoría</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Prompts</source>
   <translation>Instrucciones (prompts)</translation>
  </message>
  <message>
   <source>User guide</source>
   <translation>Guía del usuario</translation>
  </message>
  <message>
   <source>What is protected</source>
   <translation>Qué está protegido</translation>
  </message>
  <message>
   <source>Data flow and threats</source>
   <translation>Flujo de datos y amenazas</translation>
  </message>
  <message>
   <source>Verify it yourself</source>
   <translation>Verifíquelo por su cuenta</translation>
  </message>
  <message>
   <source>For the ethics file</source>
   <translation>Para el expediente de ética</translation>
  </message>
  <message>
   <source>Administrator guide</source>
   <translation>Guía del administrador</translation>
  </message>
  <message>
   <source>Updating and going back</source>
   <translation>Actualizar y volver a una versión anterior</translation>
  </message>
  <message>
   <source>Error codes</source>
   <translation>Códigos de error</translation>
  </message>
  <message>
   <source>What the log says</source>
   <translation>Qué dice el registro</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Licencias</translation>
  </message>
  <message>
   <source>Nexus Desktop help</source>
   <translation>Ayuda de Nexus Desktop</translation>
  </message>
  <message>
   <source>Help pages</source>
   <translation>Páginas de ayuda</translation>
  </message>
  <message>
   <source>Help page</source>
   <translation>Página de ayuda</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
  <message>
   <source>Letters and scans ({join});;All files (*)</source>
   <translation>Cartas y escaneos ({join});;Todos los archivos (*)</translation>
  </message>
  <message>
   <source>Add letters</source>
   <translation>Agregar cartas</translation>
  </message>
  <message>
   <source>Add a folder of letters</source>
   <translation>Agregar una carpeta de cartas</translation>
  </message>
  <message>
   <source>Pasted letter</source>
   <translation>Carta pegada</translation>
  </message>
  <message>
   <source>Sample letter (invented)</source>
   <translation>Carta de ejemplo (inventada)</translation>
  </message>
  <message>
   <source>{many} letter{s} added. {others} file{s2} of another kind, or beyond the first 500, left out.</source>
   <translation>Se agregaron: {many} carta{s}. Se omitieron: {others} archivo{s2} de otro tipo o después de los primeros 500.</translation>
  </message>
  <message>
   <source>Dropped text</source>
   <translation>Texto arrastrado</translation>
  </message>
  <message>
   <source>Read with low certainty: look at the words yourself.</source>
   <translation>Leído con poca certeza: revise usted mismo las palabras.</translation>
  </message>
  <message>
   <source>The words marked in the letter are quoted here.</source>
   <translation>Aquí se citan las palabras marcadas en la carta.</translation>
  </message>
  <message>
   <source>does not apply</source>
   <translation>no corresponde</translation>
  </message>
  <message>
   <source>Disagree …</source>
   <translation>No estoy de acuerdo …</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Retirar</translation>
  </message>
  <message>
   <source>Grade this otherwise, with a reason that is kept</source>
   <translation>Calificar de otro modo, con un motivo que se conserva</translation>
  </message>
  <message>
   <source>Let the grade of the engine stand again</source>
   <translation>Volver a la calificación del motor</translation>
  </message>
  <message>
   <source>Change …</source>
   <translation>Cambiar …</translation>
  </message>
  <message>
   <source>Show in the letter: {shown}</source>
   <translation>Mostrar en la carta: {shown}</translation>
  </message>
  <message>
   <source>{points} of {possible}</source>
   <translation>{points} de {possible}</translation>
  </message>
  <message>
   <source>Disagree: {title}</source>
   <translation>No estoy de acuerdo: {title}</translation>
  </message>
  <message>
   <source>Take back: {title}</source>
   <translation>Retirar: {title}</translation>
  </message>
  <message>
   <source>{words}

Press to show these words in the letter.</source>
   <translation>{words}

Pulse para mostrar estas palabras en la carta.</translation>
  </message>
  <message>
   <source>, {points} of {possible}</source>
   <translation>, {points} de {possible}</translation>
  </message>
  <message>
   <source>{author} sees it otherwise: {grades}{of}. {reason}</source>
   <translation>{author} opina de otro modo: {grades}{of}. {reason}</translation>
  </message>
  <message>
   <source>Encrypts the whole database anew, for instance after a recovery sheet or a machine was lost. Earlier sheets are then void for it; backups made before still open with them.</source>
   <translation>Cifra de nuevo toda la base de datos, por ejemplo después de perder una hoja de recuperación o un equipo. Las hojas anteriores ya no sirven para ella; las copias de seguridad hechas antes todavía se abren con esas hojas.</translation>
  </message>
  <message>
   <source>Make a recovery key …</source>
   <translation>Crear una clave de recuperación …</translation>
  </message>
  <message>
   <source>Change the key …</source>
   <translation>Cambiar la clave …</translation>
  </message>
  <message>
   <source>Keyring of this machine</source>
   <translation>Llavero del sistema de este equipo</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase de contraseña</translation>
  </message>
  <message>
   <source>Key of the database</source>
   <translation>Clave de la base de datos</translation>
  </message>
  <message>
   <source>Opens it without asking.</source>
   <translation>La abre sin preguntar.</translation>
  </message>
  <message>
   <source>Not used: you are asked at each start.</source>
   <translation>No se usa: se le pregunta en cada inicio.</translation>
  </message>
  <message>
   <source>Set.</source>
   <translation>Establecida.</translation>
  </message>
  <message>
   <source>None.</source>
   <translation>Ninguna.</translation>
  </message>
  <message>
   <source>None yet.</source>
   <translation>Todavía ninguna.</translation>
  </message>
  <message>
   <source>Ask at each start</source>
   <translation>Preguntar en cada inicio</translation>
  </message>
  <message>
   <source>Put the key in</source>
   <translation>Guardar ahí la clave</translation>
  </message>
  <message>
   <source>Set …</source>
   <translation>Establecer …</translation>
  </message>
  <message>
   <source>Make a new one …</source>
   <translation>Crear una nueva …</translation>
  </message>
  <message>
   <source>Make one …</source>
   <translation>Crear una …</translation>
  </message>
  <message>
   <source>The passphrase is asked for at each start from now on.</source>
   <translation>Desde ahora se pide la frase de contraseña en cada inicio.</translation>
  </message>
  <message>
   <source>The keyring opens the database from now on.</source>
   <translation>Desde ahora el llavero del sistema abre la base de datos.</translation>
  </message>
  <message>
   <source>The passphrase is in force.</source>
   <translation>La frase de contraseña está vigente.</translation>
  </message>
  <message>
   <source>The keyring alone opens it now.</source>
   <translation>Ahora la abre solo el llavero del sistema.</translation>
  </message>
  <message>
   <source>The recovery key is in force.</source>
   <translation>La clave de recuperación está vigente.</translation>
  </message>
  <message>
   <source>The database has another key, and the new recovery key is in force. Make a backup now.</source>
   <translation>La base de datos tiene otra clave y la nueva clave de recuperación está vigente. Haga ahora una copia de seguridad.</translation>
  </message>
  <message>
   <source>Made on {recovery_made_at:%Y-%m-%d}.</source>
   <translation>Creada el {recovery_made_at:%Y-%m-%d}.</translation>
  </message>
  <message>
   <source>&amp;Next item</source>
   <translation>Elemento &amp;siguiente</translation>
  </message>
  <message>
   <source>&amp;Previous item</source>
   <translation>Elemento &amp;anterior</translation>
  </message>
  <message>
   <source>Next item to &amp;decide</source>
   <translation>Siguiente elemento por &amp;decidir</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>S&amp;uprimir</translation>
  </message>
  <message>
   <source>&amp;Keep</source>
   <translation>Conser&amp;var</translation>
  </message>
  <message>
   <source>Remove &amp;all like this</source>
   <translation>Suprimir &amp;todos los iguales</translation>
  </message>
  <message>
   <source>Keep all &amp;like this</source>
   <translation>Conservar todos los i&amp;guales</translation>
  </message>
  <message>
   <source>Remove in all letters of the &amp;case</source>
   <translation>Suprimir en todas las cartas del &amp;caso</translation>
  </message>
  <message>
   <source>Keep in all letters of the ca&amp;se</source>
   <translation>Conservar en todas las cartas del ca&amp;so</translation>
  </message>
  <message>
   <source>Remove the &amp;selection</source>
   <translation>Suprimir la se&amp;lección</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>Des&amp;hacer</translation>
  </message>
  <message>
   <source>R&amp;edo</source>
   <translation>&amp;Rehacer</translation>
  </message>
  <message>
   <source>&amp;Original</source>
   <translation>&amp;Original</translation>
  </message>
  <message>
   <source>Re&amp;dacted</source>
   <translation>Des&amp;identificada</translation>
  </message>
  <message>
   <source>Side by &amp;side</source>
   <translation>E&amp;n paralelo</translation>
  </message>
  <message>
   <source>Pa&amp;ge beside the text</source>
   <translation>&amp;Página junto al texto</translation>
  </message>
  <message>
   <source>&amp;Go on</source>
   <translation>&amp;Continuar</translation>
  </message>
  <message>
   <source>&amp;Search everything</source>
   <translation>&amp;Buscar en todo</translation>
  </message>
  <message>
   <source>&amp;New case …</source>
   <translation>Caso &amp;nuevo …</translation>
  </message>
  <message>
   <source>&amp;Details of the case</source>
   <translation>&amp;Detalles del caso</translation>
  </message>
  <message>
   <source>&amp;Move to a case …</source>
   <translation>&amp;Mover a un caso …</translation>
  </message>
  <message>
   <source>&amp;Compare with …</source>
   <translation>&amp;Comparar con …</translation>
  </message>
  <message>
   <source>Move to the &amp;trash</source>
   <translation>Mover a la &amp;papelera</translation>
  </message>
  <message>
   <source>&amp;Undo moving to the trash</source>
   <translation>&amp;Deshacer el envío a la papelera</translation>
  </message>
  <message>
   <source>Show the t&amp;rash</source>
   <translation>Mostrar la pape&amp;lera</translation>
  </message>
  <message>
   <source>&amp;Back to the letter</source>
   <translation>&amp;Volver a la carta</translation>
  </message>
  <message>
   <source>Looking for identifiers</source>
   <translation>Se buscan identificadores</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>The letter as it came</source>
   <translation>La carta como llegó</translation>
  </message>
  <message>
   <source>Redacted</source>
   <translation>Desidentificada</translation>
  </message>
  <message>
   <source>The text as it is analyzed</source>
   <translation>El texto tal como se analiza</translation>
  </message>
  <message>
   <source>Both, with linked scrolling</source>
   <translation>Ambas, con desplazamiento vinculado</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Página</translation>
  </message>
  <message>
   <source>Previous item</source>
   <translation>Elemento anterior</translation>
  </message>
  <message>
   <source>Shift+F8 or P</source>
   <translation>Shift+F8 o P</translation>
  </message>
  <message>
   <source>Next item</source>
   <translation>Elemento siguiente</translation>
  </message>
  <message>
   <source>F8 or N</source>
   <translation>F8 o N</translation>
  </message>
  <message>
   <source>The page as it came, beside the text (Alt+4)</source>
   <translation>La página como llegó, junto al texto (Alt+4)</translation>
  </message>
  <message>
   <source>PDF, Word, RTF or text. Drop it here, open it, or paste its text. It stays on this machine: identifiers are found, you decide what is removed, and only then is it analyzed.</source>
   <translation>PDF, Word, RTF o texto. Suéltela aquí, ábrala o pegue su texto. Permanece en este equipo: se buscan los identificadores, usted decide qué se suprime y solo entonces se analiza.</translation>
  </message>
  <message>
   <source>Add a nexus letter</source>
   <translation>Agregar una carta de nexo</translation>
  </message>
  <message>
   <source>Open a letter</source>
   <translation>Abrir una carta</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Pegar</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>Probar el ejemplo</translation>
  </message>
  <message>
   <source>Letter as it came</source>
   <translation>Carta como llegó</translation>
  </message>
  <message>
   <source>Redacted letter</source>
   <translation>Carta desidentificada</translation>
  </message>
  <message>
   <source>As it came</source>
   <translation>Como llegó</translation>
  </message>
  <message>
   <source>As it is analyzed</source>
   <translation>Tal como se analiza</translation>
  </message>
  <message>
   <source>Read from a scan. {count:,} words were hard to read and have a wavy line. Compare with the page.</source>
   <translation>Leída de un escaneo. {count:,} palabras eran difíciles de leer y tienen una línea ondulada. Compárelas con la página.</translation>
  </message>
  <message>
   <source>Read from a scan. 1 word was hard to read and has a wavy line. Compare with the page.</source>
   <translation>Leída de un escaneo. 1 palabra era difícil de leer y tiene una línea ondulada. Compárela con la página.</translation>
  </message>
  <message>
   <source>Read from a scan. Every word was legible.</source>
   <translation>Leída de un escaneo. Todas las palabras eran legibles.</translation>
  </message>
  <message>
   <source>Hard to read in the scan: {confidence} % sure</source>
   <translation>Difícil de leer en el escaneo: {confidence} % de seguridad</translation>
  </message>
  <message>
   <source>Letter text</source>
   <translation>Texto de la carta</translation>
  </message>
  <message>
   <source>No letter yet. Drop files or a folder anywhere here, or press “Add letters” (Ctrl+O).</source>
   <translation>Todavía no hay cartas. Suelte archivos o una carpeta en cualquier parte de esta ventana, o pulse “Agregar cartas” (Ctrl+O).</translation>
  </message>
  <message>
   <source>Opening what is kept here …</source>
   <translation>Abriendo lo que se conserva aquí …</translation>
  </message>
  <message>
   <source>Nothing saved yet. Every analysis is kept here, encrypted, with what was removed left out.</source>
   <translation>Todavía no hay nada guardado. Aquí se conserva cada análisis, cifrado y sin lo que se suprimió.</translation>
  </message>
  <message>
   <source>Search everything (Ctrl+F)</source>
   <translation>Buscar en todo (Ctrl+F)</translation>
  </message>
  <message>
   <source>Search letters, findings and notes</source>
   <translation>Buscar cartas, hallazgos y notas</translation>
  </message>
  <message>
   <source>Letters, findings and notes of every case (Ctrl+F)</source>
   <translation>Cartas, hallazgos y notas de todos los casos (Ctrl+F)</translation>
  </message>
  <message>
   <source>Letters on the desk</source>
   <translation>Cartas en el escritorio</translation>
  </message>
  <message>
   <source>Saved analyses</source>
   <translation>Análisis guardados</translation>
  </message>
  <message>
   <source>Trash</source>
   <translation>Papelera</translation>
  </message>
  <message>
   <source>Details of the case that is chosen</source>
   <translation>Detalles del caso elegido</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Casos</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>&amp;Abrir</translation>
  </message>
  <message>
   <source>&amp;Cancel reading</source>
   <translation>&amp;Cancelar la lectura</translation>
  </message>
  <message>
   <source>Take &amp;off the desk</source>
   <translation>&amp;Quitar del escritorio</translation>
  </message>
  <message>
   <source>Ctrl+O; or drop files or a folder anywhere here</source>
   <translation>Ctrl+O; o suelte archivos o una carpeta en cualquier parte de esta ventana</translation>
  </message>
  <message>
   <source>Ctrl+Shift+V: the text on the clipboard as a letter</source>
   <translation>Ctrl+Shift+V: el texto del portapapeles como carta</translation>
  </message>
  <message>
   <source>On the desk</source>
   <translation>En el escritorio</translation>
  </message>
  <message>
   <source>What was moved there, and the way back (Ctrl+Shift+T)</source>
   <translation>Lo que se movió allí, y el camino de vuelta (Ctrl+Shift+T)</translation>
  </message>
  <message>
   <source>A case by your own file number (Ctrl+Shift+N)</source>
   <translation>Un caso con su propio número de expediente (Ctrl+Shift+N)</translation>
  </message>
  <message>
   <source>Client, facts and notes of the case that is chosen (Ctrl+I)</source>
   <translation>Cliente, hechos y notas del caso elegido (Ctrl+I)</translation>
  </message>
  <message>
   <source>Read it &amp;next</source>
   <translation>Leer a conti&amp;nuación</translation>
  </message>
  <message>
   <source>&amp;Try again</source>
   <translation>&amp;Reintentar</translation>
  </message>
  <message>
   <source>Saved in {reference}</source>
   <translation>Guardado en {reference}</translation>
  </message>
  <message>
   <source>The keyring of this machine opens it without asking. If others use this machine while you are logged in, set a passphrase in the menu Data, Keys.</source>
   <translation>El llavero del sistema de este equipo la abre sin preguntar. Si otras personas usan este equipo con la sesión de usted abierta, establezca una frase de contraseña en el menú Datos, Claves.</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Desbloquear</translation>
  </message>
  <message>
   <source>1 letter on the desk stays</source>
   <translation>1 carta del escritorio queda</translation>
  </message>
  <message>
   <source>Nexus Desktop is locked</source>
   <translation>Nexus Desktop está bloqueado</translation>
  </message>
  <message>
   <source>Finishing the work under way, then locking.</source>
   <translation>Se termina el trabajo en curso y después se bloquea.</translation>
  </message>
  <message>
   <source>The database is closed and its key is out of memory.</source>
   <translation>La base de datos está cerrada y su clave ya no está en memoria.</translation>
  </message>
  <message>
   <source> {letters} in memory, out of sight, until you unlock or quit.</source>
   <translation> {letters} en memoria, fuera de la vista, hasta que usted desbloquee o salga.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Volver</translation>
  </message>
  <message>
   <source>Use the recovery key</source>
   <translation>Usar la clave de recuperación</translation>
  </message>
  <message>
   <source>{count} letters on the desk stay</source>
   <translation>{count} cartas del escritorio quedan</translation>
  </message>
  <message>
   <source>As the &amp;system</source>
   <translation>Como el &amp;sistema</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>&amp;Claro</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>&amp;Oscuro</translation>
  </message>
  <message>
   <source>&amp;High contrast</source>
   <translation>&amp;Alto contraste</translation>
  </message>
  <message>
   <source>&amp;Look</source>
   <translation>As&amp;pecto</translation>
  </message>
  <message>
   <source>Offline</source>
   <translation>Sin conexión</translation>
  </message>
  <message>
   <source>Checking …</source>
   <translation>Comprobando …</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Bloquear</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progreso</translation>
  </message>
  <message>
   <source>&amp;Letter</source>
   <translation>&amp;Carta</translation>
  </message>
  <message>
   <source>&amp;Add letters …</source>
   <translation>&amp;Agregar cartas …</translation>
  </message>
  <message>
   <source>Add a &amp;folder …</source>
   <translation>Agregar una &amp;carpeta …</translation>
  </message>
  <message>
   <source>&amp;Paste a letter</source>
   <translation>&amp;Pegar una carta</translation>
  </message>
  <message>
   <source>Open the &amp;sample letter</source>
   <translation>Abrir la carta de &amp;ejemplo</translation>
  </message>
  <message>
   <source>&amp;Export report …</source>
   <translation>E&amp;xportar informe …</translation>
  </message>
  <message>
   <source>&amp;Services …</source>
   <translation>&amp;Servicios …</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>Sa&amp;lir</translation>
  </message>
  <message>
   <source>&amp;Review</source>
   <translation>&amp;Revisión</translation>
  </message>
  <message>
   <source>&amp;Case</source>
   <translation>Ca&amp;so</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ver</translation>
  </message>
  <message>
   <source>C&amp;ommands …</source>
   <translation>C&amp;omandos …</translation>
  </message>
  <message>
   <source>&amp;Data</source>
   <translation>&amp;Datos</translation>
  </message>
  <message>
   <source>&amp;Back up now</source>
   <translation>&amp;Hacer una copia de seguridad ahora</translation>
  </message>
  <message>
   <source>Backups and &amp;retention …</source>
   <translation>Copias de seguridad y &amp;retención …</translation>
  </message>
  <message>
   <source>&amp;Open a matter from co-counsel …</source>
   <translation>Abrir un &amp;asunto de un abogado asociado …</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>A&amp;yuda</translation>
  </message>
  <message>
   <source>&amp;Help for this tab</source>
   <translation>&amp;Ayuda para esta pestaña</translation>
  </message>
  <message>
   <source>&amp;First steps …</source>
   <translation>&amp;Primeros pasos …</translation>
  </message>
  <message>
   <source>How much is removed from new letters</source>
   <translation>Cuánto se suprime de las cartas nuevas</translation>
  </message>
  <message>
   <source>Health of the program</source>
   <translation>Estado del programa</translation>
  </message>
  <message>
   <source>Close the database and cover the window (Ctrl+L)</source>
   <translation>Cerrar la base de datos y cubrir la ventana (Ctrl+L)</translation>
  </message>
  <message>
   <source>&amp;Make a recovery key …</source>
   <translation>Crear una clave de rec&amp;uperación …</translation>
  </message>
  <message>
   <source>&amp;Keys …</source>
   <translation>&amp;Claves …</translation>
  </message>
  <message>
   <source>&amp;Lock</source>
   <translation>&amp;Bloquear</translation>
  </message>
  <message>
   <source>Nothing leaves this machine. Click to set up a service.</source>
   <translation>Nada sale de este equipo. Haga clic para configurar un servicio.</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>Cancelado.</translation>
  </message>
  <message>
   <source>Online: {title}</source>
   <translation>En línea: {title}</translation>
  </message>
  <message>
   <source>{where_to} Click to change that.</source>
   <translation>{where_to} Haga clic para cambiarlo.</translation>
  </message>
  <message>
   <source> · {waiting} waiting</source>
   <translation> · {waiting} en espera</translation>
  </message>
  <message>
   <source>Put it back</source>
   <translation>Devolver a su lugar</translation>
  </message>
  <message>
   <source>Review again</source>
   <translation>Revisar de nuevo</translation>
  </message>
  <message>
   <source>Back to the trash</source>
   <translation>Volver a la papelera</translation>
  </message>
  <message>
   <source>In the trash. It can be read.</source>
   <translation>En la papelera. Se puede leer.</translation>
  </message>
  <message>
   <source>Export report</source>
   <translation>Exportar informe</translation>
  </message>
  <message>
   <source>Save again</source>
   <translation>Guardar de nuevo</translation>
  </message>
  <message>
   <source>Saved, encrypted.</source>
   <translation>Guardado, cifrado.</translation>
  </message>
  <message>
   <source>Not saved. {sentence} {next_step} Ctrl+E exports it.</source>
   <translation>No se guardó. {sentence} {next_step} Ctrl+E lo exporta.</translation>
  </message>
  <message>
   <source>Review {left} item{s}</source>
   <translation>Revisar {left} elemento{s}</translation>
  </message>
  <message>
   <source>Analyze without a service</source>
   <translation>Analizar sin un servicio</translation>
  </message>
  <message>
   <source>Analyze with {title} …</source>
   <translation>Analizar con {title} …</translation>
  </message>
  <message>
   <source>Identifiers that are found are taken out first, and you see what would be kept. Write “the client”, not a name.</source>
   <translation>Primero se quitan los identificadores que se encuentren, y usted ve lo que se conservaría. Escriba “el cliente”, no un nombre.</translation>
  </message>
  <message>
   <source>This is what would be kept. Detectors miss names: read it, and change what still names somebody.</source>
   <translation>Esto es lo que se conservaría. Los detectores pasan por alto nombres: léalo y cambie lo que todavía identifique a alguien.</translation>
  </message>
  <message>
   <source>Check note</source>
   <translation>Comprobar la nota</translation>
  </message>
  <message>
   <source>Keep this note</source>
   <translation>Conservar esta nota</translation>
  </message>
  <message>
   <source>Whose</source>
   <translation>De quién</translation>
  </message>
  <message>
   <source>Says</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Estándar</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Forma</translation>
  </message>
  <message>
   <source>withheld</source>
   <translation>reservada</translation>
  </message>
  <message>
   <source>quoted</source>
   <translation>citada</translation>
  </message>
  <message>
   <source>own words</source>
   <translation>palabras propias</translation>
  </message>
  <message>
   <source>not named</source>
   <translation>sin nombre</translation>
  </message>
  <message>
   <source>Opinions found</source>
   <translation>Opiniones encontradas</translation>
  </message>
  <message>
   <source>{form}, read with low certainty</source>
   <translation>{form}, leído con poca certeza</translation>
  </message>
  <message>
   <source>{says}, leans {polarity}</source>
   <translation>{says}, de tendencia {polarity}</translation>
  </message>
  <message>
   <source>The reason is kept, encrypted, beside the result and stands in the report. Write it without names, dates and numbers that identify someone.</source>
   <translation>El motivo se conserva, cifrado, junto al resultado y figura en el informe. Escríbalo sin nombres, fechas ni números que identifiquen a alguien.</translation>
  </message>
  <message>
   <source>See it otherwise</source>
   <translation>Opinar de otro modo</translation>
  </message>
  <message>
   <source>Your grade</source>
   <translation>Su calificación</translation>
  </message>
  <message>
   <source>Such as: page 2 names the film and its date; the engine took it for a plan.</source>
   <translation>Por ejemplo: la página 2 nombra la radiografía y su fecha; el motor la tomó por un plan.</translation>
  </message>
  <message>
   <source>Your &amp;grade</source>
   <translation>Su &amp;calificación</translation>
  </message>
  <message>
   <source>Your &amp;reason</source>
   <translation>Su &amp;motivo</translation>
  </message>
  <message>
   <source>Keep my grade</source>
   <translation>Conservar mi calificación</translation>
  </message>
  <message>
   <source>The engine says: {grade}. {reason}</source>
   <translation>El motor dice: {grade}. {reason}</translation>
  </message>
  <message>
   <source>Drawing the page …</source>
   <translation>Se dibuja la página …</translation>
  </message>
  <message>
   <source>Page as it came</source>
   <translation>Página como llegó</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>Página anterior</translation>
  </message>
  <message>
   <source>Page after</source>
   <translation>Página siguiente</translation>
  </message>
  <message>
   <source>Page {page} of {pages}, as it came</source>
   <translation>Página {page} de {pages}, como llegó</translation>
  </message>
  <message>
   <source>Word (DOCX)</source>
   <translation>Word (DOCX)</translation>
  </message>
  <message>
   <source>Web page (HTML)</source>
   <translation>Página web (HTML)</translation>
  </message>
  <message>
   <source>Data (JSON)</source>
   <translation>Datos (JSON)</translation>
  </message>
  <message>
   <source>Names can be put back only while the original letter is open on this desk.</source>
   <translation>Los nombres solo se pueden restituir mientras la carta original esté abierta en este escritorio.</translation>
  </message>
  <message>
   <source>The paper is marked as confidential, and the audit trail says that names were put back.</source>
   <translation>El documento se marca como confidencial, y el registro de auditoría indica que se restituyeron los nombres.</translation>
  </message>
  <message>
   <source>Analysis report</source>
   <translation>Informe del análisis</translation>
  </message>
  <message>
   <source>Everything: verdict, findings with their words, authorities, the letter.</source>
   <translation>Todo: veredicto, hallazgos con sus palabras, fuentes jurídicas, la carta.</translation>
  </message>
  <message>
   <source>Clarification request</source>
   <translation>Solicitud de aclaración</translation>
  </message>
  <message>
   <source>To the doctor: only the open questions, neutral. Edit and sign.</source>
   <translation>Al médico: solo las preguntas abiertas, de forma neutral. Edítela y fírmela.</translation>
  </message>
  <message>
   <source>Attorney memo</source>
   <translation>Memorando para el abogado</translation>
  </message>
  <message>
   <source>Strengths, gaps and authorities, for your file.</source>
   <translation>Puntos fuertes, lagunas y fuentes jurídicas, para su expediente.</translation>
  </message>
  <message>
   <source>Client letter</source>
   <translation>Carta al cliente</translation>
  </message>
  <message>
   <source>In plain words, without promises. Edit and sign.</source>
   <translation>En palabras sencillas, sin promesas. Edítela y fírmela.</translation>
  </message>
  <message>
   <source>Work record</source>
   <translation>Registro de trabajo</translation>
  </message>
  <message>
   <source>Who reviewed what, and what left this machine.</source>
   <translation>Quién revisó qué y qué salió de este equipo.</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportar</translation>
  </message>
  <message>
   <source>Preview of the paper</source>
   <translation>Vista previa del documento</translation>
  </message>
  <message>
   <source>Save as …</source>
   <translation>Guardar como …</translation>
  </message>
  <message>
   <source>Firm
Street, city
Phone</source>
   <translation>Bufete
Calle, ciudad
Teléfono</translation>
  </message>
  <message>
   <source>One a line, such as: Copy of your letter</source>
   <translation>Uno por línea, por ejemplo: Copia de su carta</translation>
  </message>
  <message>
   <source>&amp;Letterhead</source>
   <translation>&amp;Membrete</translation>
  </message>
  <message>
   <source>&amp;Enclosures</source>
   <translation>&amp;Anexos</translation>
  </message>
  <message>
   <source>Put &amp;names back</source>
   <translation>Restituir los &amp;nombres</translation>
  </message>
  <message>
   <source>Data files never hold names.</source>
   <translation>Los archivos de datos nunca contienen nombres.</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Documento</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Formato</translation>
  </message>
  <message>
   <source>&amp;Paper</source>
   <translation>&amp;Documento</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>&amp;Formato</translation>
  </message>
  <message>
   <source>{left} tag stays: it stands</source>
   <translation>{left} etiqueta permanece: corresponde</translation>
  </message>
  <message>
   <source>{left} tags stay: they stand</source>
   <translation>{left} etiquetas permanecen: corresponden</translation>
  </message>
  <message>
   <source>{with_names} {many} for more than one name.</source>
   <translation>{with_names} {many} a más de un nombre.</translation>
  </message>
  <message>
   <source>No keyring works on this machine, so your database is locked with a passphrase instead. It is asked for at every start and kept nowhere. Without it the database cannot be opened by anyone: write it down and keep it safe.</source>
   <translation>En este equipo no funciona ningún llavero del sistema, así que su base de datos se protege con una frase de contraseña. Se pide en cada inicio y no se guarda en ninguna parte. Sin ella nadie puede abrir la base de datos: anótela y guárdela en un lugar seguro.</translation>
  </message>
  <message>
   <source>The passphrase is asked for when the window is unlocked, and where the keyring does not open the database.</source>
   <translation>La frase de contraseña se pide al desbloquear la ventana y donde el llavero del sistema no abra la base de datos.</translation>
  </message>
  <message>
   <source>You came in with the recovery key. Choose a passphrase in place of the one that was forgotten.</source>
   <translation>Usted entró con la clave de recuperación. Elija una frase de contraseña en lugar de la que se olvidó.</translation>
  </message>
  <message>
   <source>It locks this one file. Tell it to co-counsel by another way than the file itself.</source>
   <translation>Protege este único archivo. Comuníquela al abogado asociado por una vía distinta del archivo mismo.</translation>
  </message>
  <message>
   <source>Unlock your database</source>
   <translation>Desbloquee su base de datos</translation>
  </message>
  <message>
   <source>Choose a passphrase</source>
   <translation>Elija una frase de contraseña</translation>
  </message>
  <message>
   <source>Use this passphrase</source>
   <translation>Usar esta frase de contraseña</translation>
  </message>
  <message>
   <source>Change your passphrase</source>
   <translation>Cambie su frase de contraseña</translation>
  </message>
  <message>
   <source>Use the new passphrase</source>
   <translation>Usar la nueva frase de contraseña</translation>
  </message>
  <message>
   <source>Choose a new passphrase</source>
   <translation>Elija una nueva frase de contraseña</translation>
  </message>
  <message>
   <source>Your passphrase</source>
   <translation>Su frase de contraseña</translation>
  </message>
  <message>
   <source>This needs the passphrase of your database.</source>
   <translation>Esto requiere la frase de contraseña de su base de datos.</translation>
  </message>
  <message>
   <source>Choose a passphrase for the file</source>
   <translation>Elija una frase de contraseña para el archivo</translation>
  </message>
  <message>
   <source>Type it once more, the same way.</source>
   <translation>Escríbala una vez más, de la misma forma.</translation>
  </message>
  <message>
   <source>At least {shortest} characters; four words that do not belong together are good.</source>
   <translation>Al menos {shortest} caracteres; cuatro palabras sin relación entre sí son una buena opción.</translation>
  </message>
  <message>
   <source>Pr&amp;esent passphrase</source>
   <translation>Frase de contraseña &amp;actual</translation>
  </message>
  <message>
   <source>&amp;Passphrase</source>
   <translation>&amp;Frase de contraseña</translation>
  </message>
  <message>
   <source>&amp;New passphrase</source>
   <translation>Frase de contraseña &amp;nueva</translation>
  </message>
  <message>
   <source>Asks after revision</source>
   <translation>Peticiones tras la revisión</translation>
  </message>
  <message>
   <source>a year</source>
   <translation>un año</translation>
  </message>
  <message>
   <source>all</source>
   <translation>todo</translation>
  </message>
  <message>
   <source>seconds for a letter, by the program</source>
   <translation>segundos por carta, del programa</translation>
  </message>
  <message>
   <source>Figures of the practice</source>
   <translation>Cifras del bufete</translation>
  </message>
  <message>
   <source>No analysis in this span</source>
   <translation>Ningún análisis en este período</translation>
  </message>
  <message>
   <source>Strengths, conditions and common gaps of your letters would be counted here.</source>
   <translation>Aquí se contarían la solidez, las afecciones y las lagunas comunes de sus cartas.</translation>
  </message>
  <message>
   <source>met</source>
   <translation>cumplidas</translation>
  </message>
  <message>
   <source>Analyses of</source>
   <translation>Análisis de</translation>
  </message>
  <message>
   <source>points on average</source>
   <translation>puntos en promedio</translation>
  </message>
  <message>
   <source>confidence on average</source>
   <translation>confianza promedio</translation>
  </message>
  <message>
   <source>asks met after a revision</source>
   <translation>peticiones cumplidas tras una revisión</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Solidez</translation>
  </message>
  <message>
   <source>Theory</source>
   <translation>Teoría</translation>
  </message>
  <message>
   <source>Validation</source>
   <translation>Validación</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Proporción</translation>
  </message>
  <message>
   <source>Asked of the doctor</source>
   <translation>Preguntado al médico</translation>
  </message>
  <message>
   <source>You disagreed</source>
   <translation>Usted no estuvo de acuerdo</translation>
  </message>
  <message>
   <source>This text was not tested by a service to the end. The audit trail will say so.</source>
   <translation>Ningún servicio probó este texto hasta el final. El registro de auditoría lo indicará.</translation>
  </message>
  <message>
   <source>Prompts (*.yaml)</source>
   <translation>Instrucciones (prompts) (*.yaml)</translation>
  </message>
  <message>
   <source>Versions in the file that are not here yet become drafts. Nothing in it is approved by this.</source>
   <translation>Las versiones del archivo que todavía no están aquí pasan a ser borradores. Con esto no se aprueba nada de él.</translation>
  </message>
  <message>
   <source>Retire …</source>
   <translation>Retirar …</translation>
  </message>
  <message>
   <source>Write a new draft</source>
   <translation>Escribir un borrador nuevo</translation>
  </message>
  <message>
   <source>Write draft</source>
   <translation>Escribir borrador</translation>
  </message>
  <message>
   <source>Make it a candidate</source>
   <translation>Hacerla candidata</translation>
  </message>
  <message>
   <source>Make candidate</source>
   <translation>Hacer candidata</translation>
  </message>
  <message>
   <source>No version of this prompt is in force then, so no service is asked until one is approved.</source>
   <translation>En ese caso no hay ninguna versión vigente de esta instrucción (prompt), así que no se consulta ningún servicio hasta que se apruebe una.</translation>
  </message>
  <message>
   <source>Retire</source>
   <translation>Retirar</translation>
  </message>
  <message>
   <source>Export prompt</source>
   <translation>Exportar instrucción (prompt)</translation>
  </message>
  <message>
   <source>Import prompts</source>
   <translation>Importar instrucciones (prompts)</translation>
  </message>
  <message>
   <source>Write a new draft from it</source>
   <translation>Escribir un borrador nuevo a partir de ella</translation>
  </message>
  <message>
   <source>Edit draft</source>
   <translation>Editar el borrador</translation>
  </message>
  <message>
   <source>Throw draft away</source>
   <translation>Desechar el borrador</translation>
  </message>
  <message>
   <source>Approve …</source>
   <translation>Aprobar …</translation>
  </message>
  <message>
   <source>Roll back to it …</source>
   <translation>Volver a ella …</translation>
  </message>
  <message>
   <source>Import …</source>
   <translation>Importar …</translation>
  </message>
  <message>
   <source>A copy of {title} {version} that you can edit. What is in force stays in force.</source>
   <translation>Una copia de {title} {version} que usted puede editar. Lo que está vigente sigue vigente.</translation>
  </message>
  <message>
   <source>Draft {} begun.</source>
   <translation>Borrador {} iniciado.</translation>
  </message>
  <message>
   <source>Draft {version} is deleted. Its text cannot be brought back.</source>
   <translation>Se elimina el borrador {version}. Su texto no se puede recuperar.</translation>
  </message>
  <message>
   <source>Throw the draft away</source>
   <translation>Desechar el borrador</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Desechar</translation>
  </message>
  <message>
   <source>{version} can be tested and compared from now on, and no longer edited. It is not in force yet.</source>
   <translation>{version} se puede probar y comparar desde ahora, y ya no se puede editar. Todavía no está vigente.</translation>
  </message>
  <message>
   <source>{} is a candidate.</source>
   <translation>{} es candidata.</translation>
  </message>
  <message>
   <source>Roll back</source>
   <translation>Volver a la versión</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>Aprobar</translation>
  </message>
  <message>
   <source>{title} {version} is used from the next letter on, and the version in force now is retired. Your name and reason go into the audit trail. You can roll back at any time.</source>
   <translation>{title} {version} se usa desde la próxima carta, y la versión ahora vigente se retira. Su nombre y su motivo quedan en el registro de auditoría. Puede volver a la versión anterior en cualquier momento.</translation>
  </message>
  <message>
   <source>{} is in force now.</source>
   <translation>{} está vigente ahora.</translation>
  </message>
  <message>
   <source>{version} is not used any more.</source>
   <translation>{version} deja de usarse.</translation>
  </message>
  <message>
   <source>{} is retired.</source>
   <translation>{} queda retirada.</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <source>Everything in it is here.</source>
   <translation>Todo su contenido ya está aquí.</translation>
  </message>
  <message>
   <source>Retire {version}</source>
   <translation>Retirar {version}</translation>
  </message>
  <message>
   <source>The prompt was exported with all its versions.</source>
   <translation>La instrucción (prompt) se exportó con todas sus versiones.</translation>
  </message>
  <message>
   <source>Not kept: {detail}.</source>
   <translation>No se conservó: {detail}.</translation>
  </message>
  <message>
   <source>{count} draft{s} imported.</source>
   <translation>Importación como borrador: {count} texto{s}.</translation>
  </message>
  <message>
   <source>Not imported. {file}, line {line}: {detail}</source>
   <translation>No se importó. {file}, línea {line}: {detail}</translation>
  </message>
  <message>
   <source>There is no candidate to compare. On the page Versions, write a draft from the version in force, check it, and make it a candidate.</source>
   <translation>No hay ninguna candidata que comparar. En la página Versiones, escriba un borrador a partir de la versión vigente, compruébelo y hágalo candidata.</translation>
  </message>
  <message>
   <source>A candidate reads a share of your letters in the place of the version in force. Which letter gets which is fixed by a hash of the file. The number of letters is fixed before the first: who looks often enough finds a difference where there is none.</source>
   <translation>Una candidata lee una parte de sus cartas en lugar de la versión vigente. Un hash del archivo fija qué carta recibe cada una. El número de cartas se fija antes de la primera: quien mira con suficiente frecuencia encuentra una diferencia donde no la hay.</translation>
  </message>
  <message>
   <source>Two runs of the same test letters, letter by letter. Between two versions read by the same service nothing differs but the words: this is the fairer comparison.</source>
   <translation>Dos pruebas de las mismas cartas de prueba, carta por carta. Entre dos versiones leídas por el mismo servicio no hay más diferencia que las palabras: esta es la comparación más justa.</translation>
  </message>
  <message>
   <source>Candidate</source>
   <translation>Candidata</translation>
  </message>
  <message>
   <source>Share of the letters for the candidate, in percent</source>
   <translation>Proporción de las cartas para la candidata, en por ciento</translation>
  </message>
  <message>
   <source>Letters planned</source>
   <translation>Cartas previstas</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>En curso</translation>
  </message>
  <message>
   <source> One of the runs did not come to its end; only letters in both are counted.</source>
   <translation> Una de las pruebas no llegó a su final; solo se cuentan las cartas que están en ambas.</translation>
  </message>
  <message>
   <source>Begin a comparison</source>
   <translation>Empezar una comparación</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Empezar</translation>
  </message>
  <message>
   <source>Share the letters of every day</source>
   <translation>Repartir las cartas de cada día</translation>
  </message>
  <message>
   <source>Begin …</source>
   <translation>Empezar …</translation>
  </message>
  <message>
   <source>End comparison</source>
   <translation>Terminar la comparación</translation>
  </message>
  <message>
   <source>gets</source>
   <translation>recibe</translation>
  </message>
  <message>
   <source>% of the letters; letters planned</source>
   <translation>% de las cartas; cartas previstas</translation>
  </message>
  <message>
   <source>The same test letters</source>
   <translation>Las mismas cartas de prueba</translation>
  </message>
  <message>
   <source>First run</source>
   <translation>Primera prueba</translation>
  </message>
  <message>
   <source>Second run</source>
   <translation>Segunda prueba</translation>
  </message>
  <message>
   <source>Fewer than two test runs are kept. Run the tests with each version first.</source>
   <translation>Se conservan menos de dos pruebas. Primero haga la prueba con cada versión.</translation>
  </message>
  <message>
   <source>Choose two different runs.</source>
   <translation>Elija dos pruebas distintas.</translation>
  </message>
  <message>
   <source>These runs are of different test letters and cannot be compared.</source>
   <translation>Estas pruebas son de cartas de prueba distintas y no se pueden comparar.</translation>
  </message>
  <message>
   <source>Passed by both: {both}; only by {first}: {only_first}; only by {second}: {only_second}; by neither: {neither}. McNemar's exact test: p = {p:.3f}.</source>
   <translation>Superadas por ambas: {both}; solo por {first}: {only_first}; solo por {second}: {only_second}; por ninguna: {neither}. Prueba exacta de McNemar: p = {p:.3f}.</translation>
  </message>
  <message>
   <source>{second} reads {share} % of the next letters, until you end it. {planned} letters are planned.</source>
   <translation>{second} lee el {share} % de las próximas cartas, hasta que usted la termine. Hay {planned} cartas previstas.</translation>
  </message>
  <message>
   <source>Ended {ended_at:%Y-%m-%d}</source>
   <translation>Terminada el {ended_at:%Y-%m-%d}</translation>
  </message>
  <message>
   <source>{when}: {second} gets {share} % beside {first}. {seen} of {planned} planned letters ({each}).</source>
   <translation>{when}: {second} recibe el {share} % junto a {first}. {seen} de {planned} cartas previstas ({each}).</translation>
  </message>
  <message>
   <source>{words} Only letters that both versions have read can be compared; different letters would compare the letters. For the rest see the figures of each version on the page Versions.</source>
   <translation>{words} Solo se pueden comparar las cartas que leyeron ambas versiones; con cartas distintas se compararían las cartas. Para el resto, vea las cifras de cada versión en la página Versiones.</translation>
  </message>
  <message>
   <source> Assertions that hold: {mean:+.1%} with the second ({low:+.1%} to {high:+.1%}).</source>
   <translation> Afirmaciones que se cumplen: {mean:+.1%} con la segunda (de {low:+.1%} a {high:+.1%}).</translation>
  </message>
  <message>
   <source>For the audit trail. Name no client, no date, no number of a case.</source>
   <translation>Para el registro de auditoría. No nombre a ningún cliente, ni fecha, ni número de caso.</translation>
  </message>
  <message>
   <source>&amp;Your name</source>
   <translation>Su &amp;nombre</translation>
  </message>
  <message>
   <source>Send test letters</source>
   <translation>Enviar cartas de prueba</translation>
  </message>
  <message>
   <source>Send and test</source>
   <translation>Enviar y probar</translation>
  </message>
  <message>
   <source>Type a name and a reason first.</source>
   <translation>Escriba primero un nombre y un motivo.</translation>
  </message>
  <message>
   <source>Send these invented letters?</source>
   <translation>¿Enviar estas cartas inventadas?</translation>
  </message>
  <message>
   <source>Caution: {caution}</source>
   <translation>Precaución: {caution}</translation>
  </message>
  <message>
   <source>Version to compare with</source>
   <translation>Versión con la cual comparar</translation>
  </message>
  <message>
   <source>Only what changed</source>
   <translation>Solo lo que cambió</translation>
  </message>
  <message>
   <source>Two versions side by side</source>
   <translation>Dos versiones en paralelo</translation>
  </message>
  <message>
   <source>1 line differs</source>
   <translation>1 línea difiere</translation>
  </message>
  <message>
   <source>Compare with</source>
   <translation>Comparar con</translation>
  </message>
  <message>
   <source>No other version to compare with</source>
   <translation>No hay otra versión con la cual comparar</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Anterior</translation>
  </message>
  <message>
   <source>This version</source>
   <translation>Esta versión</translation>
  </message>
  <message>
   <source>{count} lines differ</source>
   <translation>{count} líneas difieren</translation>
  </message>
  <message>
   <source>Every rule holds. Next: test it on invented letters, then approve it.</source>
   <translation>Se cumplen todas las reglas. Siguiente paso: pruébelo con cartas inventadas y después apruébelo.</translation>
  </message>
  <message>
   <source>the de-identified letter, exactly once, between two marks</source>
   <translation>la carta desidentificada, exactamente una vez, entre dos marcas</translation>
  </message>
  <message>
   <source>the random mark around the letter; name it in the system message too</source>
   <translation>la marca aleatoria alrededor de la carta; nómbrela también en el mensaje del sistema</translation>
  </message>
  <message>
   <source>the items of the rubric</source>
   <translation>los elementos de la rúbrica</translation>
  </message>
  <message>
   <source>the authorities that may be named</source>
   <translation>las fuentes jurídicas que se pueden nombrar</translation>
  </message>
  <message>
   <source>the form of the answer</source>
   <translation>la forma de la respuesta</translation>
  </message>
  <message>
   <source>the rules that the first answer broke</source>
   <translation>las reglas que la primera respuesta infringió</translation>
  </message>
  <message>
   <source>the findings, exactly once, between two marks</source>
   <translation>los hallazgos, exactamente una vez, entre dos marcas</translation>
  </message>
  <message>
   <source>System message: how to work</source>
   <translation>Mensaje del sistema: cómo trabajar</translation>
  </message>
  <message>
   <source>Message to the service: the question</source>
   <translation>Mensaje al servicio: la pregunta</translation>
  </message>
  <message>
   <source>Save and check</source>
   <translation>Guardar y comprobar</translation>
  </message>
  <message>
   <source>Saved. 1 rule is broken:</source>
   <translation>Guardado. No se cumple 1 regla:</translation>
  </message>
  <message>
   <source>Put in:</source>
   <translation>Insertar:</translation>
  </message>
  <message>
   <source>Not saved yet. Close again to lose what you typed, or save it first.</source>
   <translation>Todavía no se guardó. Cierre de nuevo para perder lo que escribió, o guárdelo primero.</translation>
  </message>
  <message>
   <source>Draft {version}: {title}</source>
   <translation>Borrador {version}: {title}</translation>
  </message>
  <message>
   <source>{title}, draft {version}</source>
   <translation>{title}, borrador {version}</translation>
  </message>
  <message>
   <source>{purpose} Nothing is used before you approve it.</source>
   <translation>{purpose} No se usa nada antes de que usted lo apruebe.</translation>
  </message>
  <message>
   <source>Put in {name}: {meaning}</source>
   <translation>Insertar {name}: {meaning}</translation>
  </message>
  <message>
   <source>Saved. {count} rules are broken:</source>
   <translation>Guardado. No se cumplen {count} reglas:</translation>
  </message>
  <message>
   <source>Saved. {holds}</source>
   <translation>Guardado. {holds}</translation>
  </message>
  <message>
   <source>Not saved. {detail}</source>
   <translation>No se guardó. {detail}</translation>
  </message>
  <message>
   <source>No kept analysis was asked with this version, so there is nothing to count.</source>
   <translation>No se pidió ningún análisis conservado con esta versión, así que no hay nada que contar.</translation>
  </message>
  <message>
   <source>The range behind each share is where the true one lies 95 times in 100. With fewer than 30 letters it is wide: wait before you conclude anything.</source>
   <translation>El intervalo detrás de cada proporción es donde está el valor verdadero 95 de cada 100 veces. Con menos de 30 cartas es amplio: espere antes de sacar conclusiones.</translation>
  </message>
  <message>
   <source>Figures of the version</source>
   <translation>Cifras de la versión</translation>
  </message>
  <message>
   <source>1 kept analysis</source>
   <translation>1 análisis conservado</translation>
  </message>
  <message>
   <source>Valid as it came</source>
   <translation>Válidos como llegaron</translation>
  </message>
  <message>
   <source>analyses whose answer broke no rule and needed no repair</source>
   <translation>análisis cuya respuesta no infringió ninguna regla ni necesitó corrección</translation>
  </message>
  <message>
   <source>Repaired or asked twice</source>
   <translation>Corregidos o pedidos dos veces</translation>
  </message>
  <message>
   <source>analyses whose form was mended, or asked for again</source>
   <translation>análisis cuya forma se corrigió o se pidió de nuevo</translation>
  </message>
  <message>
   <source>Quotes in the letter</source>
   <translation>Citas textuales en la carta</translation>
  </message>
  <message>
   <source>quotes the service offered that stand in the letter</source>
   <translation>citas textuales que el servicio ofreció y que figuran en la carta</translation>
  </message>
  <message>
   <source>Same as the rubric</source>
   <translation>Igual que la rúbrica</translation>
  </message>
  <message>
   <source>items on which the engine on this machine says the same</source>
   <translation>elementos en los que el motor de este equipo dice lo mismo</translation>
  </message>
  <message>
   <source>Corrected by you</source>
   <translation>Corregidos por usted</translation>
  </message>
  <message>
   <source>analyses in which you disagree with at least one item</source>
   <translation>análisis en los que usted no está de acuerdo con al menos un elemento</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>Confianza</translation>
  </message>
  <message>
   <source>mean, from 0 to 1</source>
   <translation>promedio, de 0 a 1</translation>
  </message>
  <message>
   <source>half of the letters take longer</source>
   <translation>la mitad de las cartas tarda más</translation>
  </message>
  <message>
   <source>Tokens</source>
   <translation>Tokens</translation>
  </message>
  <message>
   <source>mean a letter, as the service counted</source>
   <translation>promedio por carta, según contó el servicio</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Costo</translation>
  </message>
  <message>
   <source>mean a letter</source>
   <translation>promedio por carta</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelos</translation>
  </message>
  <message>
   <source>as the service named them in its answers</source>
   <translation>como el servicio los nombró en sus respuestas</translation>
  </message>
  <message>
   <source>{tokens_in:,.0f} in, {tokens_out:,.0f} out</source>
   <translation>{tokens_in:,.0f} de entrada, {tokens_out:,.0f} de salida</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Valor</translation>
  </message>
  <message>
   <source>What it counts</source>
   <translation>Qué cuenta</translation>
  </message>
  <message>
   <source>{letters:,} kept analyses</source>
   <translation>{letters:,} análisis conservados</translation>
  </message>
  <message>
   <source>History of the prompt</source>
   <translation>Historial de la instrucción (prompt)</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Versión</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Por</translation>
  </message>
  <message>
   <source>The prompt of this analysis</source>
   <translation>La instrucción (prompt) de este análisis</translation>
  </message>
  <message>
   <source>The exact messages</source>
   <translation>Los mensajes exactos</translation>
  </message>
  <message>
   <source>What the service was asked</source>
   <translation>Lo que se pidió al servicio</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>falló</translation>
  </message>
  <message>
   <source>Test runs</source>
   <translation>Pruebas hechas</translation>
  </message>
  <message>
   <source>What reads the letters</source>
   <translation>Qué lee las cartas</translation>
  </message>
  <message>
   <source>Cap of the cost in US dollars</source>
   <translation>Tope del costo en dólares estadounidenses</translation>
  </message>
  <message>
   <source>Other letters …</source>
   <translation>Otras cartas …</translation>
  </message>
  <message>
   <source>Run the test</source>
   <translation>Hacer la prueba</translation>
  </message>
  <message>
   <source>Test letters</source>
   <translation>Cartas de prueba</translation>
  </message>
  <message>
   <source>Test letters (*.yaml)</source>
   <translation>Cartas de prueba (*.yaml)</translation>
  </message>
  <message>
   <source>Its price is not known, so the cap cannot be kept: name the price in the service settings first.</source>
   <translation>No se conoce su precio, así que no se puede respetar el tope: indique primero el precio en la configuración del servicio.</translation>
  </message>
  <message>
   <source>passed</source>
   <translation>superada</translation>
  </message>
  <message>
   <source>not as expected</source>
   <translation>no como se esperaba</translation>
  </message>
  <message>
   <source>Letters of the run</source>
   <translation>Cartas de la prueba</translation>
  </message>
  <message>
   <source>A file of your own test letters</source>
   <translation>Un archivo con sus propias cartas de prueba</translation>
  </message>
  <message>
   <source>Read by</source>
   <translation>Leído por</translation>
  </message>
  <message>
   <source>Cost at most $</source>
   <translation>Costo máximo $</translation>
  </message>
  <message>
   <source>Estimating the cost</source>
   <translation>Se calcula el costo</translation>
  </message>
  <message>
   <source>no answer ({problem})</source>
   <translation>sin respuesta ({problem})</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>Superadas</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Cómo terminó</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Carta</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>Se cumple</translation>
  </message>
  <message>
   <source>What does not hold</source>
   <translation>Qué no se cumple</translation>
  </message>
  <message>
   <source>{title}: {count} invented letters. A version can be tested before it is in force; it takes the service in use. Letters of your own must name nobody.</source>
   <translation>{title}: {count} cartas inventadas. Una versión se puede probar antes de que esté vigente; la lee el servicio en uso. Las cartas propias no deben nombrar a nadie.</translation>
  </message>
  <message>
   <source>They cost {dollars} at most, or twice that where every letter has to be asked about again. The run stops before {cap}.</source>
   <translation>Cuestan como máximo {dollars}, o el doble si hay que preguntar otra vez por cada carta. La prueba se detiene antes de {cap}.</translation>
  </message>
  <message>
   <source>{cases} invented letters go to {service} ({host}), around the words of version {version}. {cost}</source>
   <translation>{cases} cartas inventadas se envían a {service} ({host}), con las palabras de la versión {version}. {cost}</translation>
  </message>
  <message>
   <source>{passed} of {results} test letters passed{ended}.</source>
   <translation>{passed} de {results} cartas de prueba superadas{ended}.</translation>
  </message>
  <message>
   <source>{file}, line {line}: {detail}</source>
   <translation>{file}, línea {line}: {detail}</translation>
  </message>
  <message>
   <source>came to the end</source>
   <translation>llegó al final</translation>
  </message>
  <message>
   <source>{passed} of {all}</source>
   <translation>{passed} de {all}</translation>
  </message>
  <message>
   <source>Versions of the prompts</source>
   <translation>Versiones de las instrucciones (prompts)</translation>
  </message>
  <message>
   <source>Text of the prompt</source>
   <translation>Texto de la instrucción (prompt)</translation>
  </message>
  <message>
   <source>Choose a version to read its text.</source>
   <translation>Elija una versión para leer su texto.</translation>
  </message>
  <message>
   <source> No step of the program sends it yet.</source>
   <translation> Ningún paso del programa la envía todavía.</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Texto</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>Cambios</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Cifras</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>Prompt</source>
   <translation>Instrucción (prompt)</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>Válidos</translation>
  </message>
  <message>
   <source>Decided</source>
   <translation>Decidido</translation>
  </message>
  <message>
   <source>{purpose}{used}
SHA-256 {sha256}

System

{system}
User

{user}</source>
   <translation>{purpose}{used}
SHA-256 {sha256}

Sistema

{system}
Usuario

{user}</translation>
  </message>
  <message>
   <source>as recorded</source>
   <translation>como se registró</translation>
  </message>
  <message>
   <source>CHANGED</source>
   <translation>CAMBIADO</translation>
  </message>
  <message>
   <source>the engine on this machine</source>
   <translation>el motor de este equipo</translation>
  </message>
  <message>
   <source>with the program</source>
   <translation>con el programa</translation>
  </message>
  <message>
   <source>your firm</source>
   <translation>su bufete</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Borrador</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>Vigente</translation>
  </message>
  <message>
   <source>Retired</source>
   <translation>Retirada</translation>
  </message>
  <message>
   <source>Approved, not used yet</source>
   <translation>Aprobada, todavía sin usar</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>no se conoce</translation>
  </message>
  <message>
   <source> What was approved last stays in force.</source>
   <translation> Lo último que se aprobó sigue vigente.</translation>
  </message>
  <message>
   <source>prompts in force</source>
   <translation>instrucciones vigentes</translation>
  </message>
  <message>
   <source>versions</source>
   <translation>versiones</translation>
  </message>
  <message>
   <source>letters asked with them</source>
   <translation>cartas consultadas con ellas</translation>
  </message>
  <message>
   <source>texts</source>
   <translation>textos</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versiones</translation>
  </message>
  <message>
   <source>Tests</source>
   <translation>Pruebas</translation>
  </message>
  <message>
   <source>Nothing was kept of how this analysis was asked for.</source>
   <translation>No se conservó nada de cómo se pidió este análisis.</translation>
  </message>
  <message>
   <source>{wrong} refused</source>
   <translation>{wrong} sin aceptar</translation>
  </message>
  <message>
   <source>Less than a minute left</source>
   <translation>Queda menos de un minuto</translation>
  </message>
  <message>
   <source>About a minute left</source>
   <translation>Queda alrededor de un minuto</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausar</translation>
  </message>
  <message>
   <source>Try failed again</source>
   <translation>Reintentar las fallidas</translation>
  </message>
  <message>
   <source>About {minutes} minutes left</source>
   <translation>Quedan unos {minutes} minutos</translation>
  </message>
  <message>
   <source>The letter being read is read to its end</source>
   <translation>La carta que se está leyendo se lee hasta el final</translation>
  </message>
  <message>
   <source>{read} of {all} read</source>
   <translation>{read} de {all} leídas</translation>
  </message>
  <message>
   <source>, {failed} could not be read</source>
   <translation>, {failed} no se pudieron leer</translation>
  </message>
  <message>
   <source>If the keyring of this machine is lost, or your passphrase forgotten, this key opens your database, and nothing else does. It is shown now and never again. Print it or write it down, and keep the sheet away from this machine.</source>
   <translation>Si se pierde el llavero del sistema de este equipo u olvida su frase de contraseña, esta clave abre su base de datos, y ninguna otra cosa lo hace. Se muestra ahora y nunca más. Imprímala o anótela, y guarde la hoja lejos de este equipo.</translation>
  </message>
  <message>
   <source>Opens the database if keyring or passphrase are lost. Keep it safe.</source>
   <translation>Abre la base de datos si se pierden el llavero del sistema o la frase de contraseña. Guárdela en lugar seguro.</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Más tarde</translation>
  </message>
  <message>
   <source>Print …</source>
   <translation>Imprimir …</translation>
  </message>
  <message>
   <source>Look at it again</source>
   <translation>Verla de nuevo</translation>
  </message>
  <message>
   <source>I have it on paper</source>
   <translation>La tengo en papel</translation>
  </message>
  <message>
   <source>Nexus Desktop: recovery key

{groups}

{use}</source>
   <translation>Nexus Desktop: clave de recuperación

{groups}

{use}</translation>
  </message>
  <message>
   <source>Recovery key: eight groups of five characters</source>
   <translation>Clave de recuperación: ocho grupos de cinco caracteres</translation>
  </message>
  <message>
   <source>Open with the recovery key</source>
   <translation>Abrir con la clave de recuperación</translation>
  </message>
  <message>
   <source>Your recovery key</source>
   <translation>Su clave de recuperación</translation>
  </message>
  <message>
   <source>Type two groups from your sheet</source>
   <translation>Escriba dos grupos de su hoja</translation>
  </message>
  <message>
   <source>So that it is certain that the sheet is there and can be read.</source>
   <translation>Para tener la certeza de que la hoja existe y se puede leer.</translation>
  </message>
  <message>
   <source>Put it in force</source>
   <translation>Ponerla en vigor</translation>
  </message>
  <message>
   <source>Group {number}</source>
   <translation>Grupo {number}</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Guardar como</translation>
  </message>
  <message>
   <source>No facts of the case are known, so nothing was compared. Enter them in the details of its case.</source>
   <translation>No se conocen hechos del caso, así que no se comparó nada. Indíquelos en los detalles del caso.</translation>
  </message>
  <message>
   <source>This letter is in no case.</source>
   <translation>Esta carta no está en ningún caso.</translation>
  </message>
  <message>
   <source>Nothing in the letter disagrees with the facts of the case.</source>
   <translation>Nada en la carta contradice los hechos del caso.</translation>
  </message>
  <message>
   <source>The letter cites no law and no literature.</source>
   <translation>La carta no cita ninguna ley ni bibliografía.</translation>
  </message>
  <message>
   <source>known</source>
   <translation>conocida</translation>
  </message>
  <message>
   <source>look it up</source>
   <translation>consúltela</translation>
  </message>
  <message>
   <source>known bad</source>
   <translation>incorrecta conocida</translation>
  </message>
  <message>
   <source>A note on this analysis</source>
   <translation>Una nota sobre este análisis</translation>
  </message>
  <message>
   <source>, on legal hold</source>
   <translation>, en retención legal</translation>
  </message>
  <message>
   <source>complete</source>
   <translation>completa</translation>
  </message>
  <message>
   <source>Move to a case …</source>
   <translation>Pasar a un caso …</translation>
  </message>
  <message>
   <source>lacks something</source>
   <translation>le falta algo</translation>
  </message>
  <message>
   <source>look at it</source>
   <translation>revísela</translation>
  </message>
  <message>
   <source>Literature</source>
   <translation>Bibliografía</translation>
  </message>
  <message>
   <source>Notes ({notes})</source>
   <translation>Notas ({notes})</translation>
  </message>
  <message>
   <source>Conflict with the case</source>
   <translation>Conflicto con el caso</translation>
  </message>
  <message>
   <source>Conflict, {certainty} certainty: {sentence} Ask: {ask}</source>
   <translation>Conflicto, certeza {certainty}: {sentence} Pregunte: {ask}</translation>
  </message>
  <message>
   <source>, {doubtful} doubtful</source>
   <translation>, {doubtful} dudosas</translation>
  </message>
  <message>
   <source>Citations ({count}{told})</source>
   <translation>Citas ({count}{told})</translation>
  </message>
  <message>
   <source>Literature, {words}</source>
   <translation>Bibliografía, {words}</translation>
  </message>
  <message>
   <source>Other analyses of this same letter ({history})</source>
   <translation>Otros análisis de esta misma carta ({history})</translation>
  </message>
  <message>
   <source>Open the analysis of {words}</source>
   <translation>Abrir el análisis de {words}</translation>
  </message>
  <message>
   <source>Compare with the analysis of {words}</source>
   <translation>Comparar con el análisis de {words}</translation>
  </message>
  <message>
   <source>Case {reference}{hold}</source>
   <translation>Caso {reference}{hold}</translation>
  </message>
  <message>
   <source>Citation</source>
   <translation>Cita</translation>
  </message>
  <message>
   <source>Conflicts with the facts of the case ({found})</source>
   <translation>Conflictos con los hechos del caso ({found})</translation>
  </message>
  <message>
   <source>Ask: {ask}</source>
   <translation>Pregunte: {ask}</translation>
  </message>
  <message>
   <source>Compare: {right}</source>
   <translation>Comparar: {right}</translation>
  </message>
  <message>
   <source>A reader looks for: {lacks}.</source>
   <translation>Un lector busca: {lacks}.</translation>
  </message>
  <message>
   <source>Open the analysis of {created_at}</source>
   <translation>Abrir el análisis de {created_at}</translation>
  </message>
  <message>
   <source>All items are met</source>
   <translation>Se cumplen todos los puntos</translation>
  </message>
  <message>
   <source>Gate: {title}. {reason}</source>
   <translation>Barrera: {title}. {reason}</translation>
  </message>
  <message>
   <source>Nothing is left to ask the doctor.</source>
   <translation>No queda nada que preguntar al médico.</translation>
  </message>
  <message>
   <source>The letter states no opinion.</source>
   <translation>La carta no expresa ninguna opinión.</translation>
  </message>
  <message>
   <source>Elements: {found} of {all}</source>
   <translation>Elementos: {found} de {all}</translation>
  </message>
  <message>
   <source>Warning: {warning}</source>
   <translation>Advertencia: {warning}</translation>
  </message>
  <message>
   <source>{title}: at most {cap} points</source>
   <translation>{title}: {cap} puntos como máximo</translation>
  </message>
  <message>
   <source>{lost} of {items} items to improve</source>
   <translation>{lost} de {items} puntos por mejorar</translation>
  </message>
  <message>
   <source>{words}, {lost} to improve</source>
   <translation>{words}, {lost} por mejorar</translation>
  </message>
  <message>
   <source>The questions are on the clipboard.</source>
   <translation>Las preguntas están en el portapapeles.</translation>
  </message>
  <message>
   <source>Ask the doctor ({asks})</source>
   <translation>Preguntar al médico ({asks})</translation>
  </message>
  <message>
   <source>Opinions found ({stated})</source>
   <translation>Opiniones encontradas ({stated})</translation>
  </message>
  <message>
   <source>{text}. Serves: {join}.</source>
   <translation>{text}. Sirve para: {join}.</translation>
  </message>
  <message>
   <source>{spans} quoted places</source>
   <translation>{spans} pasajes citados</translation>
  </message>
  <message>
   <source>Place {current} of {spans}</source>
   <translation>Pasaje {current} de {spans}</translation>
  </message>
  <message>
   <source>Citations, case and history could not be read. {sentence}</source>
   <translation>No se pudieron leer las citas, el caso y el historial. {sentence}</translation>
  </message>
  <message>
   <source>Nothing of this kind. Choose “Everything” above, or mark words in the letter.</source>
   <translation>Nada de este tipo. Elija “Todo” arriba o marque palabras en la carta.</translation>
  </message>
  <message>
   <source>Name of the veteran</source>
   <translation>Nombre del veterano</translation>
  </message>
  <message>
   <source>Name of another person</source>
   <translation>Nombre de otra persona</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Fecha</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>Otra cosa</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Hallazgos</translation>
  </message>
  <message>
   <source>Client …</source>
   <translation>Cliente …</translation>
  </message>
  <message>
   <source>What the selected words are</source>
   <translation>Qué son las palabras seleccionadas</translation>
  </message>
  <message>
   <source>Remove selection (Ctrl+R)</source>
   <translation>Suprimir la selección (Ctrl+R)</translation>
  </message>
  <message>
   <source>Review what is removed</source>
   <translation>Revise lo que se suprime</translation>
  </message>
  <message>
   <source>Something was missed? Select it in the letter.</source>
   <translation>¿Falta algo? Selecciónelo en la carta.</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Mostrar</translation>
  </message>
  <message>
   <source>Names and numbers you know of the client are found in every form</source>
   <translation>Los nombres y números del cliente que usted conoce se encuentran en todas sus formas</translation>
  </message>
  <message>
   <source>Client: known …</source>
   <translation>Cliente: conocido …</translation>
  </message>
  <message>
   <source>Everything is decided</source>
   <translation>Todo está decidido</translation>
  </message>
  <message>
   <source>&amp;Level</source>
   <translation>&amp;Nivel</translation>
  </message>
  <message>
   <source>S&amp;how</source>
   <translation>M&amp;ostrar</translation>
  </message>
  <message>
   <source>Item {row} of {row_count}</source>
   <translation>Elemento {row} de {row_count}</translation>
  </message>
  <message>
   <source>{removed} to be removed, {kept} kept</source>
   <translation>{removed} por suprimir, {kept} por conservar</translation>
  </message>
  <message>
   <source>Everything ({total})</source>
   <translation>Todo ({total})</translation>
  </message>
  <message>
   <source>To decide ({left})</source>
   <translation>Por decidir ({left})</translation>
  </message>
  <message>
   <source>Select words in the original letter first; what is removed already needs no second mark.</source>
   <translation>Seleccione primero palabras en la carta original; lo ya suprimido no necesita una segunda marca.</translation>
  </message>
  <message>
   <source>To be removed in {letters} letters, {places} places.</source>
   <translation>Se suprimirá en {letters} cartas, {places} lugares.</translation>
  </message>
  <message>
   <source>Kept in {letters} letters, {places} places.</source>
   <translation>Se conserva en {letters} cartas, {places} lugares.</translation>
  </message>
  <message>
   <source>Taken back in {letters} letters.</source>
   <translation>Deshecho en {letters} cartas.</translation>
  </message>
  <message>
   <source>Done again in {letters} letters.</source>
   <translation>Hecho de nuevo en {letters} cartas.</translation>
  </message>
  <message>
   <source>{name}: {points} of {possible} points</source>
   <translation>{name}: {points} de {possible} puntos</translation>
  </message>
  <message>
   <source>&amp;Hide from screen sharing</source>
   <translation>&amp;Ocultar al compartir pantalla</translation>
  </message>
  <message>
   <source>Shared screens and recordings show nothing of this program's windows.</source>
   <translation>Las pantallas compartidas y las grabaciones no muestran nada de las ventanas de este programa.</translation>
  </message>
  <message>
   <source>On this system a program cannot ask to be left out of shared screens.</source>
   <translation>En este sistema un programa no puede pedir que se le excluya de las pantallas compartidas.</translation>
  </message>
  <message>
   <source>Type a word to search every kept letter, its findings, and your notes.

knee service – both words are there
“claims file” – the phrase, in quotation marks
hear* – every word that begins so
2026-014 – the case with this number

Names and other identifiers were removed before anything was kept, so they are not found.</source>
   <translation>Escriba una palabra para buscar en todas las cartas guardadas, sus hallazgos y sus notas.

knee service – aparecen ambas palabras
“claims file” – la frase, entre comillas
hear* – toda palabra que comienza así
2026-014 – el caso con este número

Los nombres y otros identificadores se suprimieron antes de guardar nada, por lo que no se encuentran.</translation>
  </message>
  <message>
   <source>Nothing that is kept has all of this. Try fewer words, or a beginning with a star: hear*</source>
   <translation>Nada de lo guardado contiene todo esto. Pruebe con menos palabras o con un comienzo y un asterisco: hear*</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Ningún resultado</translation>
  </message>
  <message>
   <source>best first</source>
   <translation>los mejores primero</translation>
  </message>
  <message>
   <source>newest first</source>
   <translation>los más recientes primero</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Buscar</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Where to search</source>
   <translation>Dónde buscar</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Qué se encontró</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Todo</translation>
  </message>
  <message>
   <source>{total:,}{more} found, {order}{shown}</source>
   <translation>Resultados: {total:,}{more}, {order}{shown}</translation>
  </message>
  <message>
   <source>Open case</source>
   <translation>Abrir caso</translation>
  </message>
  <message>
   <source>, the first {analyses} shown; add a word</source>
   <translation>, se muestran los primeros {analyses}; añada una palabra</translation>
  </message>
  <message>
   <source> or more</source>
   <translation> o más</translation>
  </message>
  <message>
   <source>Only case {reference}</source>
   <translation>Solo el caso {reference}</translation>
  </message>
  <message>
   <source>The marked words serve: </source>
   <translation>Las palabras marcadas sirven para: </translation>
  </message>
  <message>
   <source>The marked words serve: {links}</source>
   <translation>Las palabras marcadas sirven para: {links}</translation>
  </message>
  <message>
   <source>The service has not been used since the program started.</source>
   <translation>El servicio no se ha usado desde que se inició el programa.</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Servicios</translation>
  </message>
  <message>
   <source>Work &amp;offline: no letter leaves this machine, and no connection is opened</source>
   <translation>Trabajar sin c&amp;onexión: ninguna carta sale de este equipo y no se abre ninguna conexión</translation>
  </message>
  <message>
   <source>Settings of the service</source>
   <translation>Ajustes del servicio</translation>
  </message>
  <message>
   <source>The service works.</source>
   <translation>El servicio funciona.</translation>
  </message>
  <message>
   <source>Testing …</source>
   <translation>Probando …</translation>
  </message>
  <message>
   <source>The file with your services could not be read. Set the service up again.</source>
   <translation>No se pudo leer el archivo con sus servicios. Configure el servicio de nuevo.</translation>
  </message>
  <message>
   <source>Add OpenAI</source>
   <translation>Añadir OpenAI</translation>
  </message>
  <message>
   <source>Add Azure OpenAI</source>
   <translation>Añadir Azure OpenAI</translation>
  </message>
  <message>
   <source>Add another address</source>
   <translation>Añadir otra dirección</translation>
  </message>
  <message>
   <source>Test the connection</source>
   <translation>Probar la conexión</translation>
  </message>
  <message>
   <source>Use for letters</source>
   <translation>Usar para las cartas</translation>
  </message>
  <message>
   <source>End the pause: the next letter is sent</source>
   <translation>Terminar la pausa: se envía la próxima carta</translation>
  </message>
  <message>
   <source>Send the letter that waits</source>
   <translation>Enviar la carta en espera</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Guardado.</translation>
  </message>
  <message>
   <source>Saved. No keyring works here: the key is kept until the program ends.</source>
   <translation>Guardado. Aquí no funciona ningún llavero del sistema: la clave se conserva hasta que termine el programa.</translation>
  </message>
  <message>
   <source>Requests this month: {requests}, with {tokens_in:,} tokens, for ${usd:,.2f}. In all: {ever}, for ${ever_usd:,.2f}.</source>
   <translation>Solicitudes este mes: {requests}, con {tokens_in:,} tokens, por ${usd:,.2f}. En total: {ever}, por ${ever_usd:,.2f}.</translation>
  </message>
  <message>
   <source>It failed {failures} times in a row and rests for {seconds_left:.0f} s.</source>
   <translation>Falló {failures} veces seguidas y descansa {seconds_left:.0f} s.</translation>
  </message>
  <message>
   <source>Send {count} letters that wait</source>
   <translation>Enviar {count} cartas en espera</translation>
  </message>
  <message>
   <source>Its last failure: {last_error}.</source>
   <translation>Su último fallo: {last_error}.</translation>
  </message>
  <message>
   <source>Preparing what would be sent</source>
   <translation>Preparando lo que se enviaría</translation>
  </message>
  <message>
   <source>Azure OpenAI</source>
   <translation>Azure OpenAI</translation>
  </message>
  <message>
   <source>Any compatible address</source>
   <translation>Cualquier dirección compatible</translation>
  </message>
  <message>
   <source>By a schema (best)</source>
   <translation>Con un esquema (lo mejor)</translation>
  </message>
  <message>
   <source>As JSON</source>
   <translation>Como JSON</translation>
  </message>
  <message>
   <source>As plain text</source>
   <translation>Como texto sin formato</translation>
  </message>
  <message>
   <source>every time</source>
   <translation>cada vez</translation>
  </message>
  <message>
   <source>the first time for each model and prompt</source>
   <translation>la primera vez para cada modelo e instrucción (prompt)</translation>
  </message>
  <message>
   <source>As this machine is set up</source>
   <translation>Según la configuración de este equipo</translation>
  </message>
  <message>
   <source>Directly</source>
   <translation>Directamente</translation>
  </message>
  <message>
   <source>Through the proxy below</source>
   <translation>A través del proxy de abajo</translation>
  </message>
  <message>
   <source>The service wants a key</source>
   <translation>El servicio requiere una clave</translation>
  </message>
  <message>
   <source>Answer is asked for</source>
   <translation>La respuesta se pide</translation>
  </message>
  <message>
   <source>What is sent is shown</source>
   <translation>Lo que se envía se muestra</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Red</translation>
  </message>
  <message>
   <source>such as: BAA with Example Inc.</source>
   <translation>por ejemplo: BAA con Example Inc.</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sin límite</translation>
  </message>
  <message>
   <source>Where letters go</source>
   <translation>Adónde van las cartas</translation>
  </message>
  <message>
   <source>What you hold and see</source>
   <translation>Lo que usted tiene y ve</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Límites</translation>
  </message>
  <message>
   <source>Technical</source>
   <translation>Técnico</translation>
  </message>
  <message>
   <source>&amp;Kind</source>
   <translation>&amp;Tipo</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nombre</translation>
  </message>
  <message>
   <source>&amp;Address</source>
   <translation>&amp;Dirección</translation>
  </message>
  <message>
   <source>&amp;Model or deployment</source>
   <translation>&amp;Modelo o implementación</translation>
  </message>
  <message>
   <source>Interface &amp;version (Azure)</source>
   <translation>&amp;Versión de la interfaz (Azure)</translation>
  </message>
  <message>
   <source>Ke&amp;y</source>
   <translation>&amp;Clave</translation>
  </message>
  <message>
   <source>A&amp;greement</source>
   <translation>Ac&amp;uerdo</translation>
  </message>
  <message>
   <source>In force since</source>
   <translation>En vigor desde</translation>
  </message>
  <message>
   <source>What is sent is &amp;shown</source>
   <translation>Lo que se envía se mue&amp;stra</translation>
  </message>
  <message>
   <source>&amp;Limit a month, US$</source>
   <translation>&amp;Límite mensual, US$</translation>
  </message>
  <message>
   <source>Price a million tokens in, US$</source>
   <translation>Precio por millón de tokens de entrada, US$</translation>
  </message>
  <message>
   <source>Price a million tokens out, US$</source>
   <translation>Precio por millón de tokens de salida, US$</translation>
  </message>
  <message>
   <source>Longest answer</source>
   <translation>Respuesta más larga</translation>
  </message>
  <message>
   <source>Connection within</source>
   <translation>Conexión en</translation>
  </message>
  <message>
   <source>First word within</source>
   <translation>Primera palabra en</translation>
  </message>
  <message>
   <source>Whole answer within</source>
   <translation>Respuesta completa en</translation>
  </message>
  <message>
   <source>Wait for a busy service</source>
   <translation>Espera por un servicio ocupado</translation>
  </message>
  <message>
   <source>Answer is asked &amp;for</source>
   <translation>La respuesta se &amp;pide</translation>
  </message>
  <message>
   <source>Net&amp;work</source>
   <translation>&amp;Red</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>kept, and never shown; type to replace it</source>
   <translation>guardada, y nunca se muestra; escriba para reemplazarla</translation>
  </message>
  <message>
   <source>not entered yet</source>
   <translation>aún no introducida</translation>
  </message>
  <message>
   <source>Amounts are numbers, such as 25 or 0.40; dates are written 2026-11-26.</source>
   <translation>Las cantidades son números, como 25 o 0.40; las fechas se escriben 2026-11-26.</translation>
  </message>
  <message>
   <source>as in the price list of {day}</source>
   <translation>como en la lista de precios del {day}</translation>
  </message>
  <message>
   <source>What would be sent</source>
   <translation>Lo que se enviaría</translation>
  </message>
  <message>
   <source>stays on this machine, and goes to</source>
   <translation>permanece en este equipo y va a</translation>
  </message>
  <message>
   <source>leaves your machine for</source>
   <translation>sale de su equipo hacia</translation>
  </message>
  <message>
   <source>Views of what would be sent</source>
   <translation>Vistas de lo que se enviaría</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Ahora no</translation>
  </message>
  <message>
   <source>Read on this machine instead</source>
   <translation>Leer en este equipo en su lugar</translation>
  </message>
  <message>
   <source>I have looked through it: send</source>
   <translation>Lo he revisado: enviar</translation>
  </message>
  <message>
   <source>price not known</source>
   <translation>precio desconocido</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Preguntas</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Acuerdo</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <source>Nothing has been sent yet. What is sent is the letter below and the questions around it, word for word, and nothing else. Look through it once more for anything that identifies a person.</source>
   <translation>Todavía no se ha enviado nada. Lo que se envía es la carta de abajo y las preguntas que la acompañan, palabra por palabra, y nada más. Revíselo una vez más por si algo identifica a una persona.</translation>
  </message>
  <message>
   <source>The letter</source>
   <translation>La carta</translation>
  </message>
  <message>
   <source>Everything: letter and questions</source>
   <translation>Todo: carta y preguntas</translation>
  </message>
  <message>
   <source>Exact bytes</source>
   <translation>Bytes exactos</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nada</translation>
  </message>
  <message>
   <source>none is named in the settings</source>
   <translation>no se indica ninguno en los ajustes</translation>
  </message>
  <message>
   <source>{prompt_id} {version}, approved</source>
   <translation>{prompt_id} {version}, aprobada</translation>
  </message>
  <message>
   <source>{body:,} bytes, SHA-256 {sha256}…</source>
   <translation>{body:,} bytes, SHA-256 {sha256}…</translation>
  </message>
  <message>
   <source>This {where} {title} ({host})</source>
   <translation>Esto {where} {title} ({host})</translation>
  </message>
  <message>
   <source>at most ${most_usd:,.2f}</source>
   <translation>${most_usd:,.2f} como máximo</translation>
  </message>
  <message>
   <source>Show the prompt</source>
   <translation>Mostrar la instrucción (prompt)</translation>
  </message>
  <message>
   <source>Read by a service: {engine_version}. {what_left}</source>
   <translation>Leída por un servicio: {engine_version}. {what_left}</translation>
  </message>
  <message>
   <source>Where the two readings differ ({disagreements})</source>
   <translation>En qué difieren las dos lecturas ({disagreements})</translation>
  </message>
  <message>
   <source>Authorities the service named ({named_authorities})</source>
   <translation>Fuentes jurídicas que nombró el servicio ({named_authorities})</translation>
  </message>
  <message>
   <source>Asked with {prompt_version}.</source>
   <translation>Preguntado con {prompt_version}.</translation>
  </message>
  <message>
   <source>Service: {service}. Rubric engine: {rubric}.</source>
   <translation>Servicio: {service}. Motor de rúbrica: {rubric}.</translation>
  </message>
  <message>
   <source>Counted as: {counted}</source>
   <translation>Cuenta como: {counted}</translation>
  </message>
  <message>
   <source>{next_step} Code: {code}</source>
   <translation>{next_step} Código: {code}</translation>
  </message>
  <message>
   <source>Read by a service: {engine_version}</source>
   <translation>Leída por un servicio: {engine_version}</translation>
  </message>
  <message>
   <source>and {problems} more</source>
   <translation>y {problems} más</translation>
  </message>
  <message>
   <source>What was wrong with its answer ({problems})</source>
   <translation>Qué falló en su respuesta ({problems})</translation>
  </message>
  <message>
   <source> Probably meant: {right}</source>
   <translation> Probablemente se quiso decir: {right}</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Informe</translation>
  </message>
  <message>
   <source>No letter is chosen</source>
   <translation>No se ha elegido ninguna carta</translation>
  </message>
  <message>
   <source>Step {number} of 4: {steps}</source>
   <translation>Paso {number} de 4: {steps}</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Hecho</translation>
  </message>
  <message>
   <source>This step is up</source>
   <translation>Este es el paso actual</translation>
  </message>
  <message>
   <source>To come</source>
   <translation>Por venir</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>ahora mismo</translation>
  </message>
  <message>
   <source>a day ago</source>
   <translation>hace un día</translation>
  </message>
  <message>
   <source>{count} days ago</source>
   <translation>hace {count} días</translation>
  </message>
  <message>
   <source>an hour ago</source>
   <translation>hace una hora</translation>
  </message>
  <message>
   <source>{count} hours ago</source>
   <translation>hace {count} horas</translation>
  </message>
  <message>
   <source>a minute ago</source>
   <translation>hace un minuto</translation>
  </message>
  <message>
   <source>{count} minutes ago</source>
   <translation>hace {count} minutos</translation>
  </message>
  <message>
   <source>Choose a saved analysis first; what is not saved can be taken off the desk.</source>
   <translation>Elija primero un análisis guardado; lo que no está guardado se puede quitar del escritorio.</translation>
  </message>
  <message>
   <source>The analysis is among the saved ones again.</source>
   <translation>El análisis está de nuevo entre los guardados.</translation>
  </message>
  <message>
   <source>Show the trash</source>
   <translation>Mostrar la papelera</translation>
  </message>
  <message>
   <source>“{condition}” was moved to the trash. It can be put back for {days} days.</source>
   <translation>“{condition}” se movió a la papelera. Durante {days} días puede devolverse a su lugar.</translation>
  </message>
  <message>
   <source>The trash is empty. A saved analysis comes here when you press Delete on it in its list.</source>
   <translation>La papelera está vacía. Un análisis guardado llega aquí cuando usted pulsa Supr sobre él en su lista.</translation>
  </message>
  <message>
   <source>What is here is in no list, search, figure or comparison. You can look at it and put it back for {days} days; then it is deleted for good, and older backups with it.</source>
   <translation>Lo que hay aquí no está en ninguna lista, búsqueda, cifra ni comparación. Durante {days} días puede verlo y devolverlo a su lugar; después se elimina definitivamente, y con ello las copias de seguridad anteriores.</translation>
  </message>
  <message>
   <source>What is here is in no list, search, figure or comparison. You can look at it and put it back. Deletion is switched off, so nothing here is deleted by itself.</source>
   <translation>Lo que hay aquí no está en ninguna lista, búsqueda, cifra ni comparación. Puede verlo y devolverlo a su lugar. La eliminación está desactivada, así que nada de aquí se elimina por sí solo.</translation>
  </message>
  <message>
   <source>not deleted by itself</source>
   <translation>no se elimina por sí solo</translation>
  </message>
  <message>
   <source>deleted for good on {day}</source>
   <translation>se elimina definitivamente el {day}</translation>
  </message>
  <message>
   <source>Analyses in the trash</source>
   <translation>Análisis en la papelera</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>Ver</translation>
  </message>
  <message>
   <source>kept: case {reference} is on legal hold</source>
   <translation>se conserva: el caso {reference} está en retención legal</translation>
  </message>
  <message>
   <source>analyzed {day}</source>
   <translation>analizado el {day}</translation>
  </message>
  <message>
   <source>Enter: read the analysis without putting it back</source>
   <translation>Intro: leer el análisis sin devolverlo a su lugar</translation>
  </message>
  <message>
   <source>Moved here {when}</source>
   <translation>Movido aquí {when}</translation>
  </message>
  <message>
   <source>case {reference}</source>
   <translation>caso {reference}</translation>
  </message>
  <message>
   <source>Analyses deleted for good after {days} days in the trash: {count}.</source>
   <translation>Análisis eliminados definitivamente tras {days} días en la papelera: {count}.</translation>
  </message>
  <message>
   <source>Deleted records are now gone from journal and backups too.</source>
   <translation>Los registros eliminados ya no están tampoco en el diario ni en las copias de seguridad.</translation>
  </message>
  <message>
   <source>Backup made and verified: {name}</source>
   <translation>Copia de seguridad hecha y verificada: {name}</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>válida</translation>
  </message>
  <message>
   <source>repaired: its form was mended, its meaning not touched</source>
   <translation>reparada: se corrigió su forma sin tocar su sentido</translation>
  </message>
  <message>
   <source>partial: something was left out</source>
   <translation>parcial: se omitió algo</translation>
  </message>
  <message>
   <source>a warning</source>
   <translation>una advertencia</translation>
  </message>
  <message>
   <source>1 finding</source>
   <translation>1 hallazgo</translation>
  </message>
  <message>
   <source>{upper}{conditions}: {theory} theory. The author's opinion: {opinion}.</source>
   <translation>{upper}{conditions}: teoría {theory}. Opinión del autor: {opinion}.</translation>
  </message>
  <message>
   <source>What was wrong with the answer stands below.</source>
   <translation>Lo que falló en la respuesta figura abajo.</translation>
  </message>
  <message>
   <source>Answer {validation}. Confidence {confidence_word}</source>
   <translation>Respuesta {validation}. Confianza {confidence_word}</translation>
  </message>
  <message>
   <source>Held at {cap} points at most: {why}.</source>
   <translation>Limitada a {cap} puntos como máximo: {why}.</translation>
  </message>
  <message>
   <source>Nothing holds it back.</source>
   <translation>Nada la limita.</translation>
  </message>
  <message>
   <source>{words} Read {many} below first.</source>
   <translation>{words} Lea primero {many} más abajo.</translation>
  </message>
  <message>
   <source>of 100</source>
   <translation>de 100</translation>
  </message>
  <message>
   <source>{overall_score} of 100 points</source>
   <translation>{overall_score} de 100 puntos</translation>
  </message>
  <message>
   <source>{changes} findings</source>
   <translation>{changes} hallazgos</translation>
  </message>
  <message>
   <source>You see {many} otherwise. Counted your way: {total} of 100, under the same gates.</source>
   <translation>Usted ve {many} de otro modo. Contado a su manera: {total} de 100, con las mismas barreras.</translation>
  </message>
  <message>
   <source>No gate holds it back. Most is lost here: {worst}</source>
   <translation>Ninguna barrera la limita. Aquí se pierde más: {worst}</translation>
  </message>
  <message>
   <source>No gate fired, but it falls short of strong. {worst}</source>
   <translation>Ninguna barrera se activó, pero no llega a ser sólida. {worst}</translation>
  </message>
  <message>
   <source>The language changes at the next start.</source>
   <translation>El idioma cambia en el próximo inicio.</translation>
  </message>
  <message>
   <source>La&amp;nguage</source>
   <translation>I&amp;dioma</translation>
  </message>
  <message>
   <source>Tabs</source>
   <translation>Pestañas</translation>
  </message>
  <message>
   <source>Something went wrong that this program did not foresee.</source>
   <translation>Ocurrió algo que este programa no había previsto.</translation>
  </message>
  <message>
   <source>Nothing was lost. Try again; if it happens again, quote the code. “Diagnostics” in the Health tab shows in full what is known of it, and sends nothing.</source>
   <translation>No se perdió nada. Inténtelo de nuevo; si vuelve a ocurrir, cite el código. «Diagnóstico» en la pestaña Estado muestra por completo lo que se sabe de ello y no envía nada.</translation>
  </message>
  <message>
   <source>The analysis broke {problems} of its own rules and is not shown, because it could mislead.</source>
   <translation>El análisis incumplió {problems} de sus propias reglas y no se muestra, porque podría inducir a error.</translation>
  </message>
  <message>
   <source>Read the letter yourself, and report the code together with the version of the program.</source>
   <translation>Lea usted mismo la carta y comunique el código junto con la versión del programa.</translation>
  </message>
  <message>
   <source>This file is not a whole backup or matter of Nexus Desktop, or it was changed after it was made.</source>
   <translation>Este archivo no es una copia de seguridad ni un asunto completo de Nexus Desktop, o se modificó después de crearse.</translation>
  </message>
  <message>
   <source>Choose another one; your present database was not touched.</source>
   <translation>Elija otro; su base de datos actual no se tocó.</translation>
  </message>
  <message>
   <source>The copy that was made did not pass its checks, so it was thrown away.</source>
   <translation>La copia que se hizo no superó sus comprobaciones, por lo que se descartó.</translation>
  </message>
  <message>
   <source>Look at the Health tab, then try again, to another disk if there is one.</source>
   <translation>Consulte la pestaña Estado e inténtelo de nuevo, en otro disco si lo hay.</translation>
  </message>
  <message>
   <source>The file could not be written there. Nothing that was there before has changed.</source>
   <translation>No se pudo escribir el archivo allí. Nada de lo que había antes ha cambiado.</translation>
  </message>
  <message>
   <source>Choose a folder that exists and that you can write to, and a name that is not taken.</source>
   <translation>Elija una carpeta que exista y en la que pueda escribir, y un nombre que no esté en uso.</translation>
  </message>
  <message>
   <source>This backup opens with the passphrase or recovery key that was in force when it was made.</source>
   <translation>Esta copia de seguridad se abre con la frase de contraseña o la clave de recuperación vigentes cuando se hizo.</translation>
  </message>
  <message>
   <source>Give that one. Your present database was not touched.</source>
   <translation>Indique esa. Su base de datos actual no se tocó.</translation>
  </message>
  <message>
   <source>Start again whenever you like; nothing was kept of the cancelled work.</source>
   <translation>Comience de nuevo cuando quiera; no se conservó nada del trabajo cancelado.</translation>
  </message>
  <message>
   <source>The client file is not readable as known client fields.</source>
   <translation>El archivo del cliente no se puede leer como datos conocidos del cliente.</translation>
  </message>
  <message>
   <source>Use JSON or YAML with lists: {"names": [...], "ssn": [...], "dob": [...], "va_file": [...]}.</source>
   <translation>Use JSON o YAML con listas: {"names": [...], "ssn": [...], "dob": [...], "va_file": [...]}.</translation>
  </message>
  <message>
   <source>This file is not a configuration that Nexus Desktop wrote, or it was changed since. Nothing was taken over.</source>
   <translation>Este archivo no es una configuración escrita por Nexus Desktop, o se modificó después. No se importó nada.</translation>
  </message>
  <message>
   <source>Export the configuration again on the machine it comes from.</source>
   <translation>Exporte de nuevo la configuración en el equipo del que procede.</translation>
  </message>
  <message>
   <source>This configuration was written by a newer version of Nexus Desktop. Nothing was taken over.</source>
   <translation>Esta configuración la escribió una versión más reciente de Nexus Desktop. No se importó nada.</translation>
  </message>
  <message>
   <source>Install that version here first, or export the configuration from this version.</source>
   <translation>Instale primero aquí esa versión, o exporte la configuración desde esta versión.</translation>
  </message>
  <message>
   <source>The configuration could not be written there.</source>
   <translation>No se pudo escribir la configuración allí.</translation>
  </message>
  <message>
   <source>Choose another folder or name.</source>
   <translation>Elija otra carpeta u otro nombre.</translation>
  </message>
  <message>
   <source>A configuration file has an error in line {line}, so its rules could not be trusted.</source>
   <translation>Un archivo de configuración tiene un error en la línea {line}, por lo que no se puede confiar en sus reglas.</translation>
  </message>
  <message>
   <source>Restore the file that came with the program, or correct the line; the Health tab names the file.</source>
   <translation>Restaure el archivo que vino con el programa o corrija la línea; la pestaña Estado indica el archivo.</translation>
  </message>
  <message>
   <source>A configuration file that came with the program is missing.</source>
   <translation>Falta un archivo de configuración que vino con el programa.</translation>
  </message>
  <message>
   <source>Install the program again; your data stays where it is.</source>
   <translation>Instale el programa de nuevo; sus datos permanecen donde están.</translation>
  </message>
  <message>
   <source>The database is being used by another program and did not answer in time.</source>
   <translation>Otro programa está usando la base de datos y esta no respondió a tiempo.</translation>
  </message>
  <message>
   <source>Close other windows of Nexus Desktop and programs that copy or scan the data folder, and try again.</source>
   <translation>Cierre las demás ventanas de Nexus Desktop y los programas que copian o examinan la carpeta de datos, e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>The database is damaged and was not opened further.</source>
   <translation>La base de datos está dañada y no se siguió abriendo.</translation>
  </message>
  <message>
   <source>Copy the data folder to a safe place first, then restore your last backup.</source>
   <translation>Copie primero la carpeta de datos a un lugar seguro y luego restaure su última copia de seguridad.</translation>
  </message>
  <message>
   <source>The disk is full, so this could not be kept. What was there before is safe.</source>
   <translation>El disco está lleno, por lo que esto no se pudo guardar. Lo que había antes está a salvo.</translation>
  </message>
  <message>
   <source>Free some space and save again.</source>
   <translation>Libere espacio y guarde de nuevo.</translation>
  </message>
  <message>
   <source>The database could not do what was asked of it.</source>
   <translation>La base de datos no pudo hacer lo que se le pidió.</translation>
  </message>
  <message>
   <source>Try again; if it happens again, restart the program and look at the Health tab.</source>
   <translation>Inténtelo de nuevo; si vuelve a ocurrir, reinicie el programa y consulte la pestaña Estado.</translation>
  </message>
  <message>
   <source>The database that belongs to this data folder is gone, or has been emptied.</source>
   <translation>La base de datos que pertenece a esta carpeta de datos ha desaparecido o se ha vaciado.</translation>
  </message>
  <message>
   <source>Put back nexus.db from a backup. To begin anew instead, move the whole data folder away first.</source>
   <translation>Restituya nexus.db desde una copia de seguridad. Si prefiere empezar de cero, traslade antes toda la carpeta de datos.</translation>
  </message>
  <message>
   <source>This database was written by a newer version of Nexus Desktop.</source>
   <translation>Esta base de datos la escribió una versión más reciente de Nexus Desktop.</translation>
  </message>
  <message>
   <source>Install that version or a later one. Nothing was changed.</source>
   <translation>Instale esa versión o una posterior. No se cambió nada.</translation>
  </message>
  <message>
   <source>The tables of that version cannot hold what is kept here, so nothing was changed.</source>
   <translation>Las tablas de esa versión no pueden contener lo que se guarda aquí, así que no se cambió nada.</translation>
  </message>
  <message>
   <source>Choose a later version, or restore the backup that was made before the update.</source>
   <translation>Elija una versión posterior o restaure la copia de seguridad que se hizo antes de la actualización.</translation>
  </message>
  <message>
   <source>The data folder cannot be written to, so nothing can be kept.</source>
   <translation>No se puede escribir en la carpeta de datos, por lo que no se puede guardar nada.</translation>
  </message>
  <message>
   <source>Check the permissions of the data folder, or start with NEXUS_HOME set to a folder of your own.</source>
   <translation>Compruebe los permisos de la carpeta de datos, o inicie con NEXUS_HOME apuntando a una carpeta propia.</translation>
  </message>
  <message>
   <source>Another program moved or exchanged the database file while it was open, so nothing more is written to it.</source>
   <translation>Otro programa movió o cambió el archivo de la base de datos mientras estaba abierto, por lo que ya no se escribe nada en él.</translation>
  </message>
  <message>
   <source>Export what is in hand (Ctrl+E), close Nexus Desktop, put the right nexus.db back, and start again.</source>
   <translation>Exporte lo que tiene en curso (Ctrl+E), cierre Nexus Desktop, restituya el nexus.db correcto e inicie de nuevo.</translation>
  </message>
  <message>
   <source>The database failed several times running and is left alone for {seconds} seconds; reading still works.</source>
   <translation>La base de datos falló varias veces seguidas y no se usará durante {seconds} segundos; la lectura sigue funcionando.</translation>
  </message>
  <message>
   <source>Keep this window open: what is in hand stays. Save again in a moment, or export it to a file.</source>
   <translation>Mantenga abierta esta ventana: lo que está en curso permanece. Guarde de nuevo en un momento o expórtelo a un archivo.</translation>
  </message>
  <message>
   <source>There is no older version of the tables with this number.</source>
   <translation>No hay ninguna versión anterior de las tablas con este número.</translation>
  </message>
  <message>
   <source>`nexus-desktop database status` lists those that there are. Nothing was changed.</source>
   <translation>`nexus-desktop database status` muestra las que hay. No se cambió nada.</translation>
  </message>
  <message>
   <source>Going back would lose {rows} rows that the older tables have no place for, so nothing was changed.</source>
   <translation>Al volver atrás se perderían {rows} filas para las que las tablas anteriores no tienen lugar, así que no se cambió nada.</translation>
  </message>
  <message>
   <source>Look at what they are. To go back all the same, give exactly this number; a backup is made first.</source>
   <translation>Mire cuáles son. Para volver atrás de todos modos, indique exactamente este número; antes se hace una copia de seguridad.</translation>
  </message>
  <message>
   <source>The key on this machine does not open this database.</source>
   <translation>La clave de este equipo no abre esta base de datos.</translation>
  </message>
  <message>
   <source>Put back the database and the key that belong together. Nothing was changed.</source>
   <translation>Restituya la base de datos y la clave que van juntas. No se cambió nada.</translation>
  </message>
  <message>
   <source>The health endpoint could not listen on its port: another program uses it, or the system forbids it.</source>
   <translation>El punto de acceso de estado no pudo escuchar en su puerto: otro programa lo usa o el sistema lo prohíbe.</translation>
  </message>
  <message>
   <source>Choose another port in the settings of the health endpoint. Everything else works without it.</source>
   <translation>Elija otro puerto en los ajustes del punto de acceso de estado. Todo lo demás funciona sin él.</translation>
  </message>
  <message>
   <source>A file with this name is already there, and it was not overwritten.</source>
   <translation>Ya hay un archivo con este nombre, y no se sobrescribió.</translation>
  </message>
  <message>
   <source>Choose another name.</source>
   <translation>Elija otro nombre.</translation>
  </message>
  <message>
   <source>The report could not be written there.</source>
   <translation>No se pudo escribir el informe allí.</translation>
  </message>
  <message>
   <source>Choose another folder or name; the analysis itself is kept.</source>
   <translation>Elija otra carpeta u otro nombre; el análisis en sí se conserva.</translation>
  </message>
  <message>
   <source>This file is not an export of an audit trail.</source>
   <translation>Este archivo no es una exportación de un registro de auditoría.</translation>
  </message>
  <message>
   <source>Choose a .zip or .jsonl file that Nexus Desktop exported.</source>
   <translation>Elija un archivo .zip o .jsonl exportado por Nexus Desktop.</translation>
  </message>
  <message>
   <source>The facts file is not readable as facts of a case; {problems} of its entries are wrong.</source>
   <translation>El archivo de hechos no se puede leer como hechos de un caso; {problems} de sus entradas son incorrectas.</translation>
  </message>
  <message>
   <source>Use JSON or YAML with any of: branch, service (a list of from and to), born (a year), service_connected, claimed (lists of names), denials (a list of condition, date, reason).</source>
   <translation>Use JSON o YAML con cualquiera de estos: branch, service (una lista de from y to), born (un año), service_connected, claimed (listas de nombres), denials (una lista de condition, date, reason).</translation>
  </message>
  <message>
   <source>This part of the program is switched off on this computer.</source>
   <translation>Esta parte del programa está desactivada en este equipo.</translation>
  </message>
  <message>
   <source>Ask whoever manages this computer; “Updating and going back” in the help lists these parts.</source>
   <translation>Pregunte a quien administra este equipo; «Actualizar y volver a una versión anterior», en la ayuda, enumera estas partes.</translation>
  </message>
  <message>
   <source>That would take away the last thing that opens the database at a start.</source>
   <translation>Eso quitaría lo último que abre la base de datos al iniciar.</translation>
  </message>
  <message>
   <source>Set a passphrase or put the key into the keyring first.</source>
   <translation>Establezca primero una frase de contraseña o guarde la clave en el llavero del sistema.</translation>
  </message>
  <message>
   <source>Your database is here, but its key is no longer in the keyring of this machine.</source>
   <translation>Su base de datos está aquí, pero su clave ya no está en el llavero del sistema de este equipo.</translation>
  </message>
  <message>
   <source>Open it with the recovery key, or restore the keyring of this account. Nothing was changed.</source>
   <translation>Ábrala con la clave de recuperación o restaure el llavero de esta cuenta. No se cambió nada.</translation>
  </message>
  <message>
   <source>The database is opened with a passphrase, and none was given.</source>
   <translation>La base de datos se abre con una frase de contraseña, y no se indicó ninguna.</translation>
  </message>
  <message>
   <source>Start the program where it can ask for the passphrase, or give a passphrase file.</source>
   <translation>Inicie el programa donde pueda pedir la frase de contraseña, o indique un archivo de frase de contraseña.</translation>
  </message>
  <message>
   <source>No passphrase has been set for this database.</source>
   <translation>No se ha establecido ninguna frase de contraseña para esta base de datos.</translation>
  </message>
  <message>
   <source>Set one first; until then the keyring of this machine is what opens the database.</source>
   <translation>Establezca una primero; hasta entonces, el llavero del sistema de este equipo es lo que abre la base de datos.</translation>
  </message>
  <message>
   <source>The passphrase needs at least {limit} characters.</source>
   <translation>La frase de contraseña necesita al menos {limit} caracteres.</translation>
  </message>
  <message>
   <source>Take four or more words that do not belong together.</source>
   <translation>Use cuatro o más palabras que no guarden relación entre sí.</translation>
  </message>
  <message>
   <source>This passphrase does not open the database.</source>
   <translation>Esta frase de contraseña no abre la base de datos.</translation>
  </message>
  <message>
   <source>Check capital letters and keyboard layout, and try again; or use the recovery key.</source>
   <translation>Compruebe las mayúsculas y la distribución del teclado e inténtelo de nuevo; o use la clave de recuperación.</translation>
  </message>
  <message>
   <source>A recovery key has {wanted} characters; {typed} were typed.</source>
   <translation>Una clave de recuperación tiene {wanted} caracteres; se escribieron {typed}.</translation>
  </message>
  <message>
   <source>Type all groups as they are printed. Blanks, dashes and small letters do not matter.</source>
   <translation>Escriba todos los grupos tal como están impresos. Los espacios, los guiones y las minúsculas no importan.</translation>
  </message>
  <message>
   <source>Group {group} of the recovery key has a typing error.</source>
   <translation>El grupo {group} de la clave de recuperación tiene un error de escritura.</translation>
  </message>
  <message>
   <source>Compare that group with the printed sheet; 0 and O, 1 and I or L count as the same.</source>
   <translation>Compare ese grupo con la hoja impresa; 0 y O, 1 e I o L cuentan como iguales.</translation>
  </message>
  <message>
   <source>Open your database with the recovery key.</source>
   <translation>Abra su base de datos con la clave de recuperación.</translation>
  </message>
  <message>
   <source>Type all groups as they are printed. Afterwards you can choose a new passphrase.</source>
   <translation>Escriba todos los grupos tal como están impresos. Después puede elegir una nueva frase de contraseña.</translation>
  </message>
  <message>
   <source>No recovery key has been made for this database.</source>
   <translation>No se ha creado ninguna clave de recuperación para esta base de datos.</translation>
  </message>
  <message>
   <source>Open it in the usual way, then make a recovery key and keep the sheet in a safe place.</source>
   <translation>Ábrala del modo habitual, luego cree una clave de recuperación y guarde la hoja en un lugar seguro.</translation>
  </message>
  <message>
   <source>What was typed is not what stands on the sheet, so the recovery key was not put to use.</source>
   <translation>Lo escrito no coincide con lo que figura en la hoja, por lo que la clave de recuperación no se puso en uso.</translation>
  </message>
  <message>
   <source>Look at the sheet again and type the groups that are asked for, or make a new key.</source>
   <translation>Mire la hoja de nuevo y escriba los grupos que se piden, o cree una clave nueva.</translation>
  </message>
  <message>
   <source>This recovery key is complete, but belongs to another database or was replaced by a newer one.</source>
   <translation>Esta clave de recuperación está completa, pero pertenece a otra base de datos o fue reemplazada por una más reciente.</translation>
  </message>
  <message>
   <source>Look for the sheet with the latest date. Nothing was changed.</source>
   <translation>Busque la hoja con la fecha más reciente. No se cambió nada.</translation>
  </message>
  <message>
   <source>The file that holds the locked key of your database is damaged or missing.</source>
   <translation>El archivo que contiene la clave protegida de su base de datos está dañado o falta.</translation>
  </message>
  <message>
   <source>Put back the file keyslot.json from a backup. The database was not changed.</source>
   <translation>Restituya el archivo keyslot.json desde una copia de seguridad. La base de datos no se cambió.</translation>
  </message>
  <message>
   <source>The keyring of this machine is locked, so the key of your database could not be read.</source>
   <translation>El llavero del sistema de este equipo está bloqueado, por lo que no se pudo leer la clave de su base de datos.</translation>
  </message>
  <message>
   <source>Unlock the keyring (or log in again) and start Nexus Desktop once more, or use the recovery key.</source>
   <translation>Desbloquee el llavero (o inicie sesión de nuevo) y vuelva a iniciar Nexus Desktop, o use la clave de recuperación.</translation>
  </message>
  <message>
   <source>The keyring of this machine failed several times running and is left alone for {seconds} seconds.</source>
   <translation>El llavero del sistema de este equipo falló varias veces seguidas y no se usará durante {seconds} segundos.</translation>
  </message>
  <message>
   <source>Unlock the keyring or log in again; then try once more. Saved analyses are not affected.</source>
   <translation>Desbloquee el llavero o inicie sesión de nuevo; luego inténtelo otra vez. Los análisis guardados no se ven afectados.</translation>
  </message>
  <message>
   <source>The keyring that holds the key of your database does not answer on this machine.</source>
   <translation>El llavero del sistema que contiene la clave de su base de datos no responde en este equipo.</translation>
  </message>
  <message>
   <source>Log in to the desktop of the account it was set up with, or open the database with the recovery key.</source>
   <translation>Inicie sesión en el escritorio de la cuenta con la que se configuró, o abra la base de datos con la clave de recuperación.</translation>
  </message>
  <message>
   <source>The file has changed since it was read, so its pages are not those of this text.</source>
   <translation>El archivo ha cambiado desde que se leyó, por lo que sus páginas no son las de este texto.</translation>
  </message>
  <message>
   <source>Add the file again to read it as it is now.</source>
   <translation>Añada el archivo de nuevo para leerlo como está ahora.</translation>
  </message>
  <message>
   <source>This file is damaged or incomplete and could not be read as a letter.</source>
   <translation>Este archivo está dañado o incompleto y no se pudo leer como carta.</translation>
  </message>
  <message>
   <source>Check that it opens in another program; if it does, save it from there as PDF and add that.</source>
   <translation>Compruebe que se abra en otro programa; si es así, guárdelo desde allí como PDF y añada ese archivo.</translation>
  </message>
  <message>
   <source>There is no text in this letter.</source>
   <translation>No hay texto en esta carta.</translation>
  </message>
  <message>
   <source>Check that it opens with text in another program, and add that copy.</source>
   <translation>Compruebe que se abra con texto en otro programa y añada esa copia.</translation>
  </message>
  <message>
   <source>This is a folder, not a letter.</source>
   <translation>Esto es una carpeta, no una carta.</translation>
  </message>
  <message>
   <source>Open the folder and add the letter inside it.</source>
   <translation>Abra la carpeta y añada la carta que contiene.</translation>
  </message>
  <message>
   <source>The part of the program that works through letters has stopped.</source>
   <translation>La parte del programa que procesa las cartas se ha detenido.</translation>
  </message>
  <message>
   <source>Try again; if it happens again, close other programs to free memory, or split a long letter.</source>
   <translation>Inténtelo de nuevo; si vuelve a ocurrir, cierre otros programas para liberar memoria o divida la carta si es larga.</translation>
  </message>
  <message>
   <source>This document holds only pictures of pages, with no text to read.</source>
   <translation>Este documento solo contiene imágenes de páginas, sin texto que leer.</translation>
  </message>
  <message>
   <source>Make its text readable first with a scanner program (OCR, “searchable PDF”), and add that file.</source>
   <translation>Haga primero legible su texto con un programa de escaneo (OCR, “PDF con texto buscable”) y añada ese archivo.</translation>
  </message>
  <message>
   <source>The system does not allow this file to be read.</source>
   <translation>El sistema no permite leer este archivo.</translation>
  </message>
  <message>
   <source>Close it in other programs, check its permissions, or copy it to your documents and add the copy.</source>
   <translation>Ciérrelo en otros programas, compruebe sus permisos, o cópielo a sus documentos y añada la copia.</translation>
  </message>
  <message>
   <source>This is a device, a pipe or a link to one, not a document.</source>
   <translation>Esto es un dispositivo, una canalización o un enlace a uno de ellos, no un documento.</translation>
  </message>
  <message>
   <source>Add the document itself.</source>
   <translation>Añada el documento mismo.</translation>
  </message>
  <message>
   <source>This file is not there any more.</source>
   <translation>Este archivo ya no está ahí.</translation>
  </message>
  <message>
   <source>Check whether it was moved or renamed, or whether the drive is connected, and add it again.</source>
   <translation>Compruebe si se movió o se le cambió el nombre, o si la unidad está conectada, y añádalo de nuevo.</translation>
  </message>
  <message>
   <source>Reading scans failed several times running and is left alone for {seconds} seconds; other letters are read.</source>
   <translation>La lectura de escaneos falló varias veces seguidas y no se usará durante {seconds} segundos; las demás cartas se leen.</translation>
  </message>
  <message>
   <source>Add the file again in a moment. If it fails again, close other programs to free memory.</source>
   <translation>Añada el archivo de nuevo en un momento. Si vuelve a fallar, cierre otros programas para liberar memoria.</translation>
  </message>
  <message>
   <source>This is a Word document of the old kind (.doc), which is not read.</source>
   <translation>Este es un documento de Word del tipo antiguo (.doc), que no se lee.</translation>
  </message>
  <message>
   <source>Open it in your word processor, save it as .docx or PDF, and add that.</source>
   <translation>Ábralo en su procesador de textos, guárdelo como .docx o PDF y añada ese archivo.</translation>
  </message>
  <message>
   <source>Page {page} of this document is larger than {limit} points a side, which no printed page is.</source>
   <translation>La página {page} de este documento mide más de {limit} puntos por lado, más que cualquier página impresa.</translation>
  </message>
  <message>
   <source>Print the letter to a new PDF with pages of the usual size, and add that.</source>
   <translation>Imprima la carta en un PDF nuevo con páginas del tamaño habitual y añádalo.</translation>
  </message>
  <message>
   <source>This file is protected with a password.</source>
   <translation>Este archivo está protegido con una contraseña.</translation>
  </message>
  <message>
   <source>Open it in its own program, save a copy without the password, and add the copy.</source>
   <translation>Ábralo en su propio programa, guarde una copia sin la contraseña y añada la copia.</translation>
  </message>
  <message>
   <source>The part of this program that reads letters could not be started.</source>
   <translation>No se pudo iniciar la parte de este programa que lee las cartas.</translation>
  </message>
  <message>
   <source>Restart the program; if it happens again, install it anew, and see that no virus scanner blocks it.</source>
   <translation>Reinicie el programa; si vuelve a ocurrir, instálelo de nuevo y compruebe que ningún antivirus lo bloquee.</translation>
  </message>
  <message>
   <source>Reading this file took too much memory or time and was stopped. Some hostile files are made that way.</source>
   <translation>La lectura de este archivo requirió demasiada memoria o tiempo y se detuvo. Algunos archivos maliciosos se hacen así.</translation>
  </message>
  <message>
   <source>If you trust the file, print it to a new PDF and add that.</source>
   <translation>Si confía en el archivo, imprímalo en un PDF nuevo y añádalo.</translation>
  </message>
  <message>
   <source>This file has {size} MB; at most {limit} MB are read.</source>
   <translation>Este archivo tiene {size} MB; se leen {limit} MB como máximo.</translation>
  </message>
  <message>
   <source>Save the pages of the letter alone as a new file and add that.</source>
   <translation>Guarde solo las páginas de la carta como un archivo nuevo y añádalo.</translation>
  </message>
  <message>
   <source>This document has more than {limit} characters of text.</source>
   <translation>Este documento tiene más de {limit} caracteres de texto.</translation>
  </message>
  <message>
   <source>This document has {pages} pages; at most {limit} are read.</source>
   <translation>Este documento tiene {pages} páginas; se leen {limit} como máximo.</translation>
  </message>
  <message>
   <source>This is not a PDF, Word, RTF or text file.</source>
   <translation>Este no es un archivo PDF, Word, RTF ni de texto.</translation>
  </message>
  <message>
   <source>Save the letter as PDF or Word document and add that. Old .doc files: save as .docx.</source>
   <translation>Guarde la carta como PDF o documento de Word y añádala. Archivos .doc antiguos: guárdelos como .docx.</translation>
  </message>
  <message>
   <source>This file unpacks to far more than a letter holds, and was not opened.</source>
   <translation>Este archivo se descomprime en mucho más de lo que contiene una carta, y no se abrió.</translation>
  </message>
  <message>
   <source>If you trust it, open it in your word processor, save it as PDF, and add the PDF.</source>
   <translation>Si confía en él, ábralo en su procesador de textos, guárdelo como PDF y añada el PDF.</translation>
  </message>
  <message>
   <source>This is a web page or an e-mail message, not a document.</source>
   <translation>Esto es una página web o un mensaje de correo electrónico, no un documento.</translation>
  </message>
  <message>
   <source>Open it as you usually do, print it to PDF, and add the PDF.</source>
   <translation>Ábralo como suele hacerlo, imprímalo en PDF y añada el PDF.</translation>
  </message>
  <message>
   <source>The facts kept with this case cannot be read any more; {problems} of their entries are wrong.</source>
   <translation>Los hechos guardados con este caso ya no se pueden leer; {problems} de sus entradas son incorrectas.</translation>
  </message>
  <message>
   <source>Stop keeping client and facts with this case, and enter them anew.</source>
   <translation>Deje de guardar el cliente y los hechos con este caso, e introdúzcalos de nuevo.</translation>
  </message>
  <message>
   <source>Nothing of the client is kept with this case, for it was not switched on.</source>
   <translation>No se guarda nada del cliente con este caso, porque no se activó.</translation>
  </message>
  <message>
   <source>Switch it on in the case first.</source>
   <translation>Actívelo primero en el caso.</translation>
  </message>
  <message>
   <source>A matter is opened in a folder of its own, and this one is in use.</source>
   <translation>Un asunto se abre en una carpeta propia, y esta está en uso.</translation>
  </message>
  <message>
   <source>Choose a new or empty folder.</source>
   <translation>Elija una carpeta nueva o vacía.</translation>
  </message>
  <message>
   <source>A matter needs a number of at most {limit} characters.</source>
   <translation>Un asunto necesita un número de {limit} caracteres como máximo.</translation>
  </message>
  <message>
   <source>Use the number of your file, and never the name of a client.</source>
   <translation>Use su número de expediente, y nunca el nombre de un cliente.</translation>
  </message>
  <message>
   <source>There is no matter with this number.</source>
   <translation>No hay ningún asunto con este número.</translation>
  </message>
  <message>
   <source>Look in the list of matters for the right one.</source>
   <translation>Busque el correcto en la lista de asuntos.</translation>
  </message>
  <message>
   <source>A matter with this number is there already.</source>
   <translation>Ya hay un asunto con este número.</translation>
  </message>
  <message>
   <source>Use that one, or give the new matter a number of its own.</source>
   <translation>Use ese, o dé al asunto nuevo un número propio.</translation>
  </message>
  <message>
   <source>The reason has names, dates or numbers in it that may identify someone; {found} found.</source>
   <translation>El motivo contiene nombres, fechas o números que pueden identificar a alguien; se encontraron {found}.</translation>
  </message>
  <message>
   <source>Say it without them, such as “the veteran”, “the examiner” or the year alone. Nothing was kept.</source>
   <translation>Dígalo sin ellos, por ejemplo “el veterano”, “el examinador” o solo el año. No se guardó nada.</translation>
  </message>
  <message>
   <source>A finding is graded otherwise with a reason of {shortest} to {longest} characters.</source>
   <translation>Un hallazgo se califica de otro modo con un motivo de {shortest} a {longest} caracteres.</translation>
  </message>
  <message>
   <source>Say in your own words why you see it otherwise.</source>
   <translation>Diga con sus propias palabras por qué lo ve de otro modo.</translation>
  </message>
  <message>
   <source>Your organisation does not allow letters to be redacted at this level.</source>
   <translation>Su organización no permite suprimir datos de las cartas en este nivel.</translation>
  </message>
  <message>
   <source>Choose a level that is allowed; the Compliance tab shows which.</source>
   <translation>Elija un nivel permitido; la pestaña Cumplimiento muestra cuáles lo están.</translation>
  </message>
  <message>
   <source>Your organisation has fixed this setting for this computer.</source>
   <translation>Su organización ha fijado este ajuste para este equipo.</translation>
  </message>
  <message>
   <source>Ask whoever manages this computer, if it has to change.</source>
   <translation>Pregunte a quien administra este equipo si es necesario cambiarlo.</translation>
  </message>
  <message>
   <source>The policy of your organisation cannot be read, so it is not known what is allowed here.</source>
   <translation>No se puede leer la política de su organización, por lo que no se sabe qué está permitido aquí.</translation>
  </message>
  <message>
   <source>Tell whoever manages this computer; “nexus-desktop policy check” names the error.</source>
   <translation>Avise a quien administra este equipo; “nexus-desktop policy check” indica el error.</translation>
  </message>
  <message>
   <source>The policy of your organisation could be changed by others than the administrator, so it is not trusted.</source>
   <translation>Otras personas además del administrador podrían cambiar la política de su organización, por lo que no se confía en ella.</translation>
  </message>
  <message>
   <source>This version breaks {broken} of the rules for prompts, so it was not taken into use.</source>
   <translation>Esta versión incumple {broken} de las reglas para instrucciones (prompts), por lo que no se puso en uso.</translation>
  </message>
  <message>
   <source>Check it in the Prompts tab, which names each rule, and mend the draft.</source>
   <translation>Compruébela en la pestaña Instrucciones (prompts), que indica cada regla, y corrija el borrador.</translation>
  </message>
  <message>
   <source>The first test letter alone may cost more than the cap of ${cap}, so nothing was sent.</source>
   <translation>La primera carta de prueba por sí sola puede costar más que el tope de ${cap}, por lo que no se envió nada.</translation>
  </message>
  <message>
   <source>Raise the cap, or test with fewer letters or a cheaper model.</source>
   <translation>Aumente el tope, o pruebe con menos cartas o un modelo más barato.</translation>
  </message>
  <message>
   <source>A comparison needs the approved version, another one that keeps every rule, a share, and planned letters.</source>
   <translation>Una comparación necesita la versión aprobada, otra que cumpla todas las reglas, un porcentaje y cartas previstas.</translation>
  </message>
  <message>
   <source>Choose two different versions, a share from 0 to 100 percent, and at least 10 letters.</source>
   <translation>Elija dos versiones distintas, una parte de 0 a 100 por ciento y al menos 10 cartas.</translation>
  </message>
  <message>
   <source>Two versions of this prompt are being compared, so this was not done.</source>
   <translation>Se están comparando dos versiones de esta instrucción (prompt), por lo que no se hizo esto.</translation>
  </message>
  <message>
   <source>End the comparison first.</source>
   <translation>Termine primero la comparación.</translation>
  </message>
  <message>
   <source>This text cannot be kept as a prompt.</source>
   <translation>Este texto no se puede guardar como instrucción (prompt).</translation>
  </message>
  <message>
   <source>Use braces only around the names of variables, as in {letter}, and keep it below 20,000 characters.</source>
   <translation>Use llaves solo alrededor de los nombres de variables, como en {letter}, y no supere los 20,000 caracteres.</translation>
  </message>
  <message>
   <source>There is no such version of a prompt.</source>
   <translation>No existe esa versión de una instrucción (prompt).</translation>
  </message>
  <message>
   <source>Choose one from the list in the Prompts tab, or see `nexus-desktop prompts list`.</source>
   <translation>Elija una de la lista en la pestaña Instrucciones (prompts), o consulte `nexus-desktop prompts list`.</translation>
  </message>
  <message>
   <source>This version is not in a state in which that can be done.</source>
   <translation>Esta versión no está en un estado en que se pueda hacer eso.</translation>
  </message>
  <message>
   <source>A draft can be edited; a version that was more than a draft is only followed by another.</source>
   <translation>Se puede editar un borrador; a una versión que ya fue más que un borrador solo le sigue otra.</translation>
  </message>
  <message>
   <source>{cases} of the test letters hold what looks like identifiers, so the tests were not run.</source>
   <translation>{cases} de las cartas de prueba contienen lo que parecen identificadores, por lo que no se ejecutaron las pruebas.</translation>
  </message>
  <message>
   <source>Test letters must be invented and name nobody: write [PATIENT] and the like in the place of names.</source>
   <translation>Las cartas de prueba deben ser inventadas y no nombrar a nadie: escriba [PATIENT] y similares en lugar de los nombres.</translation>
  </message>
  <message>
   <source>A change of what is asked needs a name and a reason, so nothing was changed.</source>
   <translation>Un cambio en lo que se pregunta necesita un nombre y un motivo, por lo que no se cambió nada.</translation>
  </message>
  <message>
   <source>Say who decides, and why.</source>
   <translation>Diga quién decide y por qué.</translation>
  </message>
  <message>
   <source>This analysis is in the trash. There it can be looked at, and nothing else.</source>
   <translation>Este análisis está en la papelera. Allí se puede ver, y nada más.</translation>
  </message>
  <message>
   <source>Put it back first, from the trash beside the saved analyses.</source>
   <translation>Devuélvalo primero a su lugar desde la papelera, junto a los análisis guardados.</translation>
  </message>
  <message>
   <source>There is no saved analysis with this number.</source>
   <translation>No hay ningún análisis guardado con este número.</translation>
  </message>
  <message>
   <source>Look in the list of analyses for the right one.</source>
   <translation>Busque el correcto en la lista de análisis.</translation>
  </message>
  <message>
   <source>{held} analyses are on legal hold, so nothing was deleted.</source>
   <translation>{held} análisis están en retención legal, por lo que no se eliminó nada.</translation>
  </message>
  <message>
   <source>Lift the hold on the matter first, if you may.</source>
   <translation>Levante primero la retención del asunto, si le está permitido.</translation>
  </message>
  <message>
   <source>What is due for deletion has changed since it was shown to you, so nothing was deleted.</source>
   <translation>Lo que corresponde eliminar ha cambiado desde que se le mostró, por lo que no se eliminó nada.</translation>
  </message>
  <message>
   <source>Look at the new list and decide again.</source>
   <translation>Consulte la lista nueva y decida otra vez.</translation>
  </message>
  <message>
   <source>{left} possible identifiers have not been decided yet.</source>
   <translation>Aún no se ha decidido sobre {left} posibles identificadores.</translation>
  </message>
  <message>
   <source>Decide for each whether it is removed or kept; then analyze.</source>
   <translation>Decida para cada uno si se suprime o se conserva; luego analice.</translation>
  </message>
  <message>
   <source>The decisions do not belong to this letter, so nothing was done with it.</source>
   <translation>Las decisiones no corresponden a esta carta, por lo que no se hizo nada con ella.</translation>
  </message>
  <message>
   <source>Add the letter again and review it.</source>
   <translation>Añada la carta de nuevo y revísela.</translation>
  </message>
  <message>
   <source>After redaction, {left} places still look like known identifiers of the client.</source>
   <translation>Tras la supresión, {left} pasajes aún parecen identificadores conocidos del cliente.</translation>
  </message>
  <message>
   <source>Look through the redacted text and mark what is left, then analyze.</source>
   <translation>Revise el texto desidentificado y marque lo que queda; luego analice.</translation>
  </message>
  <message>
   <source>The file of your firm's rules was changed by another program since it was shown here.</source>
   <translation>Otro programa cambió el archivo de reglas de su bufete desde que se mostró aquí.</translation>
  </message>
  <message>
   <source>Look at the rules as they are now, and make your change again.</source>
   <translation>Consulte las reglas como están ahora y haga su cambio de nuevo.</translation>
  </message>
  <message>
   <source>The rules could not be written to the data folder. The rules in force are those of before.</source>
   <translation>No se pudieron escribir las reglas en la carpeta de datos. Siguen vigentes las reglas anteriores.</translation>
  </message>
  <message>
   <source>Check free space and permissions of the data folder, and save again.</source>
   <translation>Compruebe el espacio libre y los permisos de la carpeta de datos, y guarde de nuevo.</translation>
  </message>
  <message>
   <source>Rule {number} of your firm took too long or matched too much in this letter, and was stopped.</source>
   <translation>La regla {number} de su bufete tardó demasiado o coincidió con demasiado en esta carta, y se detuvo.</translation>
  </message>
  <message>
   <source>Correct it or switch it off in the Compliance tab, then look at the letter again. Nothing was skipped.</source>
   <translation>Corríjala o desactívela en la pestaña Cumplimiento y revise la carta de nuevo. No se omitió nada.</translation>
  </message>
  <message>
   <source>The service answered with nothing.</source>
   <translation>El servicio no respondió nada.</translation>
  </message>
  <message>
   <source>Try again; if it keeps happening, choose another model.</source>
   <translation>Inténtelo de nuevo; si sigue ocurriendo, elija otro modelo.</translation>
  </message>
  <message>
   <source>The service sent more than {limit} bytes, far more than an answer has, and was stopped.</source>
   <translation>El servicio envió más de {limit} bytes, mucho más de lo que tiene una respuesta, y se detuvo.</translation>
  </message>
  <message>
   <source>Check the address of the service, or choose another model.</source>
   <translation>Compruebe la dirección del servicio o elija otro modelo.</translation>
  </message>
  <message>
   <source>The answer of the service broke {problems} rules and held nothing that can be relied on.</source>
   <translation>La respuesta del servicio incumplió {problems} reglas y no contenía nada en que se pueda confiar.</translation>
  </message>
  <message>
   <source>The letter was analyzed offline. A larger model usually keeps to the form.</source>
   <translation>La carta se analizó sin conexión. Un modelo más grande suele respetar la forma.</translation>
  </message>
  <message>
   <source>The service is busy and asks to wait {seconds} seconds.</source>
   <translation>El servicio está ocupado y pide esperar {seconds} segundos.</translation>
  </message>
  <message>
   <source>Try again later. A letter under way is read on this machine, and can be sent later with one click.</source>
   <translation>Inténtelo más tarde. Una carta en curso se lee en este equipo y se puede enviar más tarde con un clic.</translation>
  </message>
  <message>
   <source>The connection broke before the answer was complete.</source>
   <translation>La conexión se interrumpió antes de que la respuesta estuviera completa.</translation>
  </message>
  <message>
   <source>Try again; if it keeps happening, check the network or the proxy.</source>
   <translation>Inténtelo de nuevo; si sigue ocurriendo, compruebe la red o el proxy.</translation>
  </message>
  <message>
   <source>Nothing answers at the service's address.</source>
   <translation>Nada responde en la dirección del servicio.</translation>
  </message>
  <message>
   <source>Check the address; if the model runs on this machine, start it.</source>
   <translation>Compruebe la dirección; si el modelo funciona en este equipo, inícielo.</translation>
  </message>
  <message>
   <source>The answer was longer than {limit} tokens, the most it may have, and was cut off.</source>
   <translation>La respuesta superó los {limit} tokens, el máximo permitido, y se cortó.</translation>
  </message>
  <message>
   <source>Allow longer answers in the service settings.</source>
   <translation>Permita respuestas más largas en los ajustes del servicio.</translation>
  </message>
  <message>
   <source>The request was about to go to another address than the one set up, so nothing was sent.</source>
   <translation>La solicitud iba a ir a una dirección distinta de la configurada, por lo que no se envió nada.</translation>
  </message>
  <message>
   <source>Check the address in the service settings, and that no other program changes it.</source>
   <translation>Compruebe la dirección en los ajustes del servicio y que ningún otro programa la cambie.</translation>
  </message>
  <message>
   <source>The service has a failure of its own (status {status}).</source>
   <translation>El servicio tiene un fallo propio (estado {status}).</translation>
  </message>
  <message>
   <source>The service's content filter stopped the analysis; letters on violence or self-harm can set it off.</source>
   <translation>El filtro de contenido del servicio detuvo el análisis; las cartas sobre violencia o autolesiones pueden activarlo.</translation>
  </message>
  <message>
   <source>Use the rubric engine for this letter, or ask the service to adjust the filter for your account.</source>
   <translation>Use el motor de rúbrica para esta carta, o pida al servicio que ajuste el filtro para su cuenta.</translation>
  </message>
  <message>
   <source>The service does not allow this account, region or network to use it.</source>
   <translation>El servicio no permite que esta cuenta, región o red lo use.</translation>
  </message>
  <message>
   <source>Look into your account with the service, or ask whoever set it up.</source>
   <translation>Revise su cuenta con el servicio, o pregunte a quien la configuró.</translation>
  </message>
  <message>
   <source>This service does not take the form of answer it was asked for.</source>
   <translation>Este servicio no admite la forma de respuesta que se le pidió.</translation>
  </message>
  <message>
   <source>Choose another form of answer (JSON, then plain text) in the service settings; all are checked alike.</source>
   <translation>Elija otra forma de respuesta (JSON, luego texto sin formato) en los ajustes del servicio; todas se comprueban igual.</translation>
  </message>
  <message>
   <source>{left} places in the text to be sent still look like identifiers, so nothing was sent.</source>
   <translation>{left} pasajes del texto por enviar aún parecen identificadores, por lo que no se envió nada.</translation>
  </message>
  <message>
   <source>Go back to the review, decide on these places, and analyze again.</source>
   <translation>Vuelva a la revisión, decida sobre estos pasajes y analice de nuevo.</translation>
  </message>
  <message>
   <source>The service does not accept this key.</source>
   <translation>El servicio no acepta esta clave.</translation>
  </message>
  <message>
   <source>Check the key on the service's own page and enter it again.</source>
   <translation>Compruebe la clave en la página del propio servicio e introdúzcala de nuevo.</translation>
  </message>
  <message>
   <source>This analysis could bring this month's cost to ${would}, above your limit of ${limit}, so nothing was sent.</source>
   <translation>Este análisis podría llevar el costo de este mes a ${would}, por encima de su límite de ${limit}, por lo que no se envió nada.</translation>
  </message>
  <message>
   <source>Raise the monthly limit in the service settings, or analyze with the rubric engine.</source>
   <translation>Aumente el límite mensual en los ajustes del servicio, o analice con el motor de rúbrica.</translation>
  </message>
  <message>
   <source>There is no list of models at this address, so the model could not be looked up.</source>
   <translation>En esta dirección no hay una lista de modelos, por lo que no se pudo buscar el modelo.</translation>
  </message>
  <message>
   <source>Check the address, most end in /v1. A few services have no such list and take letters all the same.</source>
   <translation>Compruebe la dirección; la mayoría termina en /v1. Algunos servicios no tienen esa lista y aceptan cartas de todos modos.</translation>
  </message>
  <message>
   <source>The service does not know this model, or there is no such service at this address.</source>
   <translation>El servicio no conoce este modelo, o no hay tal servicio en esta dirección.</translation>
  </message>
  <message>
   <source>Run the connection test in the service settings; it lists the models that are there.</source>
   <translation>Ejecute la prueba de conexión en los ajustes del servicio; muestra los modelos que hay.</translation>
  </message>
  <message>
   <source>The name of the service's address could not be found: this machine may have no internet connection.</source>
   <translation>No se encontró el nombre de la dirección del servicio: es posible que este equipo no tenga conexión a internet.</translation>
  </message>
  <message>
   <source>Check the connection, and the address in the service settings.</source>
   <translation>Compruebe la conexión y la dirección en los ajustes del servicio.</translation>
  </message>
  <message>
   <source>What came back is no answer of such a service; a sign-in page of the network can look like this.</source>
   <translation>Lo que se recibió no es una respuesta de un servicio así; puede ser una página de inicio de sesión de la red.</translation>
  </message>
  <message>
   <source>Open a web page to see whether the network wants you to sign in, and check the address.</source>
   <translation>Abra una página web para ver si la red le pide iniciar sesión, y compruebe la dirección.</translation>
  </message>
  <message>
   <source>Nobody has looked at what would be sent, so nothing was sent.</source>
   <translation>Nadie ha revisado lo que se enviaría, por lo que no se envió nada.</translation>
  </message>
  <message>
   <source>Look at the exact text first; on the command line, say --send-reviewed once you have.</source>
   <translation>Revise primero el texto exacto; en la línea de comandos, use --send-reviewed después de hacerlo.</translation>
  </message>
  <message>
   <source>The service could not prove that it is the one it claims to be (its certificate is not trusted here).</source>
   <translation>El servicio no pudo demostrar que es el que dice ser (su certificado no es de confianza aquí).</translation>
  </message>
  <message>
   <source>Ask whoever runs your network whether it inspects connections; its certificate must be trusted by the system.</source>
   <translation>Pregunte a quien administra su red si esta inspecciona las conexiones; el sistema debe confiar en su certificado.</translation>
  </message>
  <message>
   <source>No service is set up and chosen.</source>
   <translation>No hay ningún servicio configurado y elegido.</translation>
  </message>
  <message>
   <source>Set one up in the service settings, or analyze with the rubric engine on this machine.</source>
   <translation>Configure uno en los ajustes del servicio, o analice con el motor de rúbrica en este equipo.</translation>
  </message>
  <message>
   <source>Nexus Desktop works offline, so nothing was sent.</source>
   <translation>Nexus Desktop trabaja sin conexión, por lo que no se envió nada.</translation>
  </message>
  <message>
   <source>Turn off “Work offline” in the service settings if this letter may go to a service.</source>
   <translation>Desactive “Trabajar sin conexión” en los ajustes del servicio si esta carta puede ir a un servicio.</translation>
  </message>
  <message>
   <source>The service failed several times in a row and is left alone for another {seconds} seconds.</source>
   <translation>El servicio falló varias veces seguidas y no se usará durante otros {seconds} segundos.</translation>
  </message>
  <message>
   <source>The letter was analyzed offline and can be sent later. “Try now” on the Health tab ends the pause.</source>
   <translation>La carta se analizó sin conexión y se puede enviar más tarde. “Intentar ahora” en la pestaña Estado termina la pausa.</translation>
  </message>
  <message>
   <source>The price of this model is not known, so your monthly limit could not be kept and nothing was sent.</source>
   <translation>No se conoce el precio de este modelo, por lo que no se podía respetar su límite mensual y no se envió nada.</translation>
  </message>
  <message>
   <source>Enter the price of the model in the service settings, or remove the limit.</source>
   <translation>Introduzca el precio del modelo en los ajustes del servicio, o quite el límite.</translation>
  </message>
  <message>
   <source>There is no approved prompt, or its text is not the one that was approved.</source>
   <translation>No hay ninguna instrucción (prompt) aprobada, o su texto no es el que se aprobó.</translation>
  </message>
  <message>
   <source>Restore prompts.yaml; the Prompts tab shows which version changed.</source>
   <translation>Restaure prompts.yaml; la pestaña Instrucciones (prompts) muestra qué versión cambió.</translation>
  </message>
  <message>
   <source>The prompt would grow past {limit} characters, so it was not used.</source>
   <translation>La instrucción (prompt) superaría los {limit} caracteres, por lo que no se usó.</translation>
  </message>
  <message>
   <source>Choose another version in the Prompts tab, or restore prompts.yaml.</source>
   <translation>Elija otra versión en la pestaña Instrucciones (prompts), o restaure prompts.yaml.</translation>
  </message>
  <message>
   <source>The proxy of your network did not let the connection through.</source>
   <translation>El proxy de su red no dejó pasar la conexión.</translation>
  </message>
  <message>
   <source>Check the proxy in the service settings, or ask whoever runs your network.</source>
   <translation>Compruebe el proxy en los ajustes del servicio, o pregunte a quien administra su red.</translation>
  </message>
  <message>
   <source>Your account with the service has no credit left.</source>
   <translation>Su cuenta con el servicio no tiene crédito.</translation>
  </message>
  <message>
   <source>Look into your account with the service; waiting does not help.</source>
   <translation>Revise su cuenta con el servicio; esperar no sirve de nada.</translation>
  </message>
  <message>
   <source>The service pointed to another address. Letters never follow such a pointer, so nothing was sent there.</source>
   <translation>El servicio remitió a otra dirección. Las cartas nunca siguen esa remisión, por lo que no se envió nada allí.</translation>
  </message>
  <message>
   <source>If the service has moved, enter its new address in the service settings.</source>
   <translation>Si el servicio se ha trasladado, introduzca su nueva dirección en los ajustes del servicio.</translation>
  </message>
  <message>
   <source>The model declined to analyze this letter.</source>
   <translation>El modelo se negó a analizar esta carta.</translation>
  </message>
  <message>
   <source>Use the rubric engine for this letter, or another model.</source>
   <translation>Use el motor de rúbrica para esta carta, u otro modelo.</translation>
  </message>
  <message>
   <source>What was about to be sent is not what was reviewed, so nothing was sent.</source>
   <translation>Lo que se iba a enviar no es lo que se revisó, por lo que no se envió nada.</translation>
  </message>
  <message>
   <source>Start the analysis again and look at the text anew.</source>
   <translation>Comience el análisis de nuevo y vuelva a revisar el texto.</translation>
  </message>
  <message>
   <source>The service did not accept the request (status {status}).</source>
   <translation>El servicio no aceptó la solicitud (estado {status}).</translation>
  </message>
  <message>
   <source>Run the connection test in the service settings; it says what does not fit.</source>
   <translation>Ejecute la prueba de conexión en los ajustes del servicio; indica qué no es compatible.</translation>
  </message>
  <message>
   <source>The letter is longer than this model can read.</source>
   <translation>La carta es más larga de lo que este modelo puede leer.</translation>
  </message>
  <message>
   <source>Choose a model that reads longer texts, or analyze with the rubric engine.</source>
   <translation>Elija un modelo que lea textos más largos, o analice con el motor de rúbrica.</translation>
  </message>
  <message>
   <source>The service did not {what} within {seconds} seconds.</source>
   <translation>El servicio no logró {what} en {seconds} segundos.</translation>
  </message>
  <message>
   <source>Try again later, or allow it more time in the service settings.</source>
   <translation>Inténtelo más tarde, o dele más tiempo en los ajustes del servicio.</translation>
  </message>
  <message>
   <source>This does not look like a key: it must be one line of at most {limit} plain characters.</source>
   <translation>Esto no parece una clave: debe ser una sola línea de {limit} caracteres simples como máximo.</translation>
  </message>
  <message>
   <source>Copy the key again from the page of the service.</source>
   <translation>Copie la clave de nuevo desde la página del servicio.</translation>
  </message>
  <message>
   <source>No key is kept for this service.</source>
   <translation>No hay ninguna clave guardada para este servicio.</translation>
  </message>
  <message>
   <source>Enter the key that the service gave you.</source>
   <translation>Introduzca la clave que le dio el servicio.</translation>
  </message>
  <message>
   <source>Nexus Desktop is already open for this data folder.</source>
   <translation>Nexus Desktop ya está abierto para esta carpeta de datos.</translation>
  </message>
  <message>
   <source>Use the window that is open; it has been brought to the front where the system allows it.</source>
   <translation>Use la ventana que está abierta; se ha traído al frente donde el sistema lo permite.</translation>
  </message>
  <message>
   <source>Another window or command is using this database, and this step needs it alone.</source>
   <translation>Otra ventana u otro comando está usando esta base de datos, y este paso la necesita en exclusiva.</translation>
  </message>
  <message>
   <source>Close the other windows and commands of Nexus Desktop for this data folder, and try again.</source>
   <translation>Cierre las demás ventanas y comandos de Nexus Desktop para esta carpeta de datos e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Nexus Desktop is locked, and the key of the database is no longer in memory.</source>
   <translation>Nexus Desktop está bloqueado, y la clave de la base de datos ya no está en la memoria.</translation>
  </message>
  <message>
   <source>Unlock it and try again.</source>
   <translation>Desbloquéelo e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>This is a copy of a matter for review. It can be read, searched and exported, but not changed.</source>
   <translation>Esta es una copia de un asunto para revisión. Se puede leer, buscar y exportar, pero no cambiar.</translation>
  </message>
  <message>
   <source>Open your own data folder to add letters.</source>
   <translation>Abra su propia carpeta de datos para añadir cartas.</translation>
  </message>
  <message>
   <source>Minimal</source>
   <translation>Mínimo</translation>
  </message>
  <message>
   <source>Moderate</source>
   <translation>Moderado</translation>
  </message>
  <message>
   <source>Strict</source>
   <translation>Estricto</translation>
  </message>
  <message>
   <source>Name of family or a witness</source>
   <translation>Nombre de un familiar o testigo</translation>
  </message>
  <message>
   <source>Social Security number</source>
   <translation>Número de Seguro Social</translation>
  </message>
  <message>
   <source>Date of birth</source>
   <translation>Fecha de nacimiento</translation>
  </message>
  <message>
   <source>VA file, claim or docket number</source>
   <translation>Número de archivo, reclamación o expediente del VA</translation>
  </message>
  <message>
   <source>Service number</source>
   <translation>Número de servicio</translation>
  </message>
  <message>
   <source>DoD ID (EDIPI)</source>
   <translation>Identificación del DoD (EDIPI)</translation>
  </message>
  <message>
   <source>Medical record number</source>
   <translation>Número de historia clínica</translation>
  </message>
  <message>
   <source>Health plan number</source>
   <translation>Número de plan de salud</translation>
  </message>
  <message>
   <source>Account number</source>
   <translation>Número de cuenta</translation>
  </message>
  <message>
   <source>Telephone number</source>
   <translation>Número de teléfono</translation>
  </message>
  <message>
   <source>Fax number</source>
   <translation>Número de fax</translation>
  </message>
  <message>
   <source>E-mail address</source>
   <translation>Dirección de correo electrónico</translation>
  </message>
  <message>
   <source>Web address</source>
   <translation>Dirección web</translation>
  </message>
  <message>
   <source>IP address</source>
   <translation>Dirección IP</translation>
  </message>
  <message>
   <source>Street or box</source>
   <translation>Calle o apartado postal</translation>
  </message>
  <message>
   <source>Vehicle plate or number</source>
   <translation>Placa o número de vehículo</translation>
  </message>
  <message>
   <source>Device serial number</source>
   <translation>Número de serie de un dispositivo</translation>
  </message>
  <message>
   <source>Rule of your firm</source>
   <translation>Regla de su bufete</translation>
  </message>
  <message>
   <source>Date finer than a year</source>
   <translation>Fecha más precisa que el año</translation>
  </message>
  <message>
   <source>Age over 89</source>
   <translation>Edad mayor de 89</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ciudad</translation>
  </message>
  <message>
   <source>County</source>
   <translation>Condado</translation>
  </message>
  <message>
   <source>ZIP code</source>
   <translation>Código postal</translation>
  </message>
  <message>
   <source>License, NPI or DEA number</source>
   <translation>Número de licencia, NPI o DEA</translation>
  </message>
  <message>
   <source>Civilian employer</source>
   <translation>Empleador civil</translation>
  </message>
  <message>
   <source>Name of a clinician or signer</source>
   <translation>Nombre de un profesional clínico o firmante</translation>
  </message>
  <message>
   <source>Hospital or clinic</source>
   <translation>Hospital o clínica</translation>
  </message>
  <message>
   <source>Military unit or ship</source>
   <translation>Unidad militar o buque</translation>
  </message>
  <message>
   <source>Base or place of duty</source>
   <translation>Base o lugar de servicio</translation>
  </message>
  <message>
   <source>Database opens and is whole</source>
   <translation>La base de datos se abre y está íntegra</translation>
  </message>
  <message>
   <source>Database is encrypted, key at hand</source>
   <translation>La base de datos está cifrada, con su clave a mano</translation>
  </message>
  <message>
   <source>Audit trail is unbroken</source>
   <translation>El registro de auditoría está intacto</translation>
  </message>
  <message>
   <source>Configuration is valid</source>
   <translation>La configuración es válida</translation>
  </message>
  <message>
   <source>Prompts are as approved</source>
   <translation>Las instrucciones son las aprobadas</translation>
  </message>
  <message>
   <source>Disk space</source>
   <translation>Espacio en disco</translation>
  </message>
  <message>
   <source>Clock is plausible</source>
   <translation>La hora del reloj es verosímil</translation>
  </message>
  <message>
   <source>Scans can be read</source>
   <translation>Se pueden leer escaneos</translation>
  </message>
  <message>
   <source>Version of the program</source>
   <translation>Versión del programa</translation>
  </message>
  <message>
   <source>Settings fixed by your organisation</source>
   <translation>Ajustes fijados por su organización</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Copia de seguridad</translation>
  </message>
  <message>
   <source>Deleted records are gone everywhere</source>
   <translation>Lo eliminado ya no está en ninguna parte</translation>
  </message>
  <message>
   <source>Database is encrypted</source>
   <translation>La base de datos está cifrada</translation>
  </message>
  <message>
   <source>Where the key is</source>
   <translation>Dónde está la clave</translation>
  </message>
  <message>
   <source>Gate is closed to what is not reviewed</source>
   <translation>La barrera está cerrada a lo no revisado</translation>
  </message>
  <message>
   <source>Levels and rules are in force</source>
   <translation>Los niveles y las reglas están en vigor</translation>
  </message>
  <message>
   <source>What left this machine</source>
   <translation>Qué salió de este equipo</translation>
  </message>
  <message>
   <source>Retention</source>
   <translation>Conservación</translation>
  </message>
  <message>
   <source>Last backup</source>
   <translation>Última copia de seguridad</translation>
  </message>
  <message>
   <source>Parts that failed several times</source>
   <translation>Partes que fallaron varias veces</translation>
  </message>
  <message>
   <source>an entry is missing</source>
   <translation>falta una entrada</translation>
  </message>
  <message>
   <source>an entry was changed</source>
   <translation>se cambió una entrada</translation>
  </message>
  <message>
   <source>the chain was replaced by another</source>
   <translation>la cadena fue sustituida por otra</translation>
  </message>
  <message>
   <source>what an entry tells was taken out without a purge</source>
   <translation>se quitó lo que dice una entrada sin un borrado definitivo</translation>
  </message>
  <message>
   <source>the newest entries are missing, or an older database was put back</source>
   <translation>faltan las entradas más recientes, o se volvió a poner una base de datos anterior</translation>
  </message>
  <message>
   <source>the chain holds, but it tells of entries that were missing at a start</source>
   <translation>la cadena es íntegra, pero indica que en un inicio faltaban entradas</translation>
  </message>
  <message>
   <source>every entry is unchanged</source>
   <translation>ninguna entrada ha cambiado</translation>
  </message>
  <message>
   <source>what an entry tells was changed</source>
   <translation>se cambió lo que dice una entrada</translation>
  </message>
  <message>
   <source>a purge does not fit the entries it emptied</source>
   <translation>un borrado definitivo no corresponde a las entradas que vació</translation>
  </message>
  <message>
   <source>an entry that tells of a purge is none</source>
   <translation>una entrada que debería indicar un borrado definitivo no lo hace</translation>
  </message>
  <message>
   <source>kept in the keyring of this machine</source>
   <translation>guardada en el llavero del sistema de este equipo</translation>
  </message>
  <message>
   <source>locked with your passphrase</source>
   <translation>protegida con su frase de contraseña</translation>
  </message>
  <message>
   <source>opened with the recovery key</source>
   <translation>abierta con la clave de recuperación</translation>
  </message>
  <message>
   <source>an entry was taken out of the list of what it is about</source>
   <translation>se quitó una entrada de la lista de aquello de lo que trata</translation>
  </message>
  <message>
   <source>Saving is paused</source>
   <translation>El guardado está en pausa</translation>
  </message>
  <message>
   <source>Scans are not read</source>
   <translation>No se leen los documentos escaneados</translation>
  </message>
  <message>
   <source>The keyring does not answer</source>
   <translation>El llavero del sistema no responde</translation>
  </message>
  <message>
   <source>The service rests, letters are read offline</source>
   <translation>El servicio está en pausa; las cartas se leen sin conexión</translation>
  </message>
  <message>
   <source>The database failed several times. Reading works; what you save next is tried again.</source>
   <translation>La base de datos falló varias veces. La lectura funciona; lo próximo que guarde se intentará de nuevo.</translation>
  </message>
  <message>
   <source>Reading scans failed several times. Other letters are read; the next scan is tried again.</source>
   <translation>La lectura de documentos escaneados falló varias veces. Las demás cartas se leen; el próximo documento escaneado se intentará de nuevo.</translation>
  </message>
  <message>
   <source>Keys of services cannot be used, and the newest audit entry is remembered beside the database only. Analyses are kept as always.</source>
   <translation>No se pueden usar las claves de los servicios, y la entrada más reciente del registro de auditoría se recuerda solo junto a la base de datos. Los análisis se guardan como siempre.</translation>
  </message>
  <message>
   <source>The service failed several times. Letters are analyzed offline and wait to be sent; the next one is tried again after a pause.</source>
   <translation>El servicio falló varias veces. Las cartas se analizan sin conexión y esperan para enviarse; la próxima se intentará de nuevo después de una pausa.</translation>
  </message>
  <message>
   <source>Database, scans and keyring are in use; none had to be left alone.</source>
   <translation>La base de datos, los documentos escaneados y el llavero del sistema están en uso; ninguno está en pausa.</translation>
  </message>
  <message>
   <source>{parts}.</source>
   <translation>{parts}.</translation>
  </message>
  <message>
   <source>Find out whether an older copy of the data folder was put back; then acknowledge it in the Audit tab.</source>
   <translation>Averigüe si se volvió a poner una copia anterior de la carpeta de datos; después déjelo reconocido en la pestaña Auditoría.</translation>
  </message>
  <message>
   <source>1 analysis is kept</source>
   <translation>se guarda 1 análisis</translation>
  </message>
  <message>
   <source>{count} analyses are kept</source>
   <translation>se guardan {count} análisis</translation>
  </message>
  <message>
   <source>Every page decrypts and the structure holds; {kept}.</source>
   <translation>Todas las páginas se descifran y la estructura es íntegra; {kept}.</translation>
  </message>
  <message>
   <source>The file cannot be read without its key, {source}.</source>
   <translation>El archivo no se puede leer sin su clave, {source}.</translation>
  </message>
  <message>
   <source>The trail does not hold from entry {seq:,} on: {reason}.</source>
   <translation>El registro no es íntegro a partir de la entrada {seq:,}: {reason}.</translation>
  </message>
  <message>
   <source>Keep a copy of the data folder as it is, and find out who had access to it.</source>
   <translation>Conserve una copia de la carpeta de datos tal como está y averigüe quién tuvo acceso a ella.</translation>
  </message>
  <message>
   <source>Settings, levels, rubric, authorities and prompts were read and checked.</source>
   <translation>Se leyeron y comprobaron los ajustes, los niveles, la rúbrica, las fuentes de derecho y las instrucciones (prompts).</translation>
  </message>
  <message>
   <source>Every prompt has the text it was recorded with.</source>
   <translation>Todas las instrucciones (prompts) tienen el texto con el que se registraron.</translation>
  </message>
  <message>
   <source>Only {free:,} MB are free.</source>
   <translation>Solo quedan {free:,} MB libres.</translation>
  </message>
  <message>
   <source>{free:,.0f} GB are free.</source>
   <translation>Hay {free:,.0f} GB libres.</translation>
  </message>
  <message>
   <source>The clock says {year}.</source>
   <translation>El reloj indica el año {year}.</translation>
  </message>
  <message>
   <source>Set date and time in the system settings; entries keep their order by number meanwhile.</source>
   <translation>Ajuste la fecha y la hora en la configuración del sistema; mientras tanto, las entradas conservan su orden por número.</translation>
  </message>
  <message>
   <source>Date and time are plausible, and not behind the audit trail.</source>
   <translation>La fecha y la hora son verosímiles y no van por detrás del registro de auditoría.</translation>
  </message>
  <message>
   <source>The database has damaged pages.</source>
   <translation>La base de datos tiene páginas dañadas.</translation>
  </message>
  <message>
   <source>Copy the data folder to a safe place, then restore your last backup.</source>
   <translation>Copie la carpeta de datos a un lugar seguro y después restaure su última copia de seguridad.</translation>
  </message>
  <message>
   <source>The database file is not encrypted.</source>
   <translation>El archivo de la base de datos no está cifrado.</translation>
  </message>
  <message>
   <source>Stop using it and ask for help.</source>
   <translation>Deje de usarlo y pida ayuda.</translation>
  </message>
  <message>
   <source>Every entry is unchanged, {entries:,} in all.</source>
   <translation>Ninguna entrada ha cambiado; son {entries:,} en total.</translation>
  </message>
  <message>
   <source>The newest {walked:,} entries are unchanged, {entries:,} in all.</source>
   <translation>Las {walked:,} entradas más recientes no han cambiado; son {entries:,} en total.</translation>
  </message>
  <message>
   <source>The trail tells, in entry {seq:,}, that entries were missing at a start.</source>
   <translation>El registro indica, en la entrada {seq:,}, que en un inicio faltaban entradas.</translation>
  </message>
  <message>
   <source>The text of {names} is not the one that was approved.</source>
   <translation>El texto de {names} no es el que se aprobó.</translation>
  </message>
  <message>
   <source>Restore prompts.yaml, or give the new text a version of its own.</source>
   <translation>Restaure prompts.yaml o dé al texto nuevo una versión propia.</translation>
  </message>
  <message>
   <source>Free some space before you go on.</source>
   <translation>Libere espacio antes de continuar.</translation>
  </message>
  <message>
   <source>Free some space soon.</source>
   <translation>Libere espacio pronto.</translation>
  </message>
  <message>
   <source>Set date and time in the system settings.</source>
   <translation>Ajuste la fecha y la hora en la configuración del sistema.</translation>
  </message>
  <message>
   <source>The clock is about 1 hour behind the newest entry of the trail.</source>
   <translation>El reloj va aproximadamente 1 hora por detrás de la entrada más reciente del registro.</translation>
  </message>
  <message>
   <source>The clock is about {hours:,} hours behind the newest entry of the trail.</source>
   <translation>El reloj va aproximadamente {hours:,} horas por detrás de la entrada más reciente del registro.</translation>
  </message>
  <message>
   <source>A keyring answers; it does not hold the key of this store.</source>
   <translation>Un llavero del sistema responde; no contiene la clave de esta base de datos.</translation>
  </message>
  <message>
   <source>The keyring answers and holds the key of this store.</source>
   <translation>El llavero del sistema responde y contiene la clave de esta base de datos.</translation>
  </message>
  <message>
   <source>The component that reads pictures of pages is not installed: letters with text are read, scans are refused.</source>
   <translation>El componente que lee imágenes de páginas no está instalado: se leen las cartas con texto y se rechazan los documentos escaneados.</translation>
  </message>
  <message>
   <source>Version {own}; no newer one has worked on this store.</source>
   <translation>Versión {own}; ninguna más reciente ha trabajado con esta base de datos.</translation>
  </message>
  <message>
   <source>No keyring works on this machine; what is kept here is locked with a passphrase instead.</source>
   <translation>Ningún llavero del sistema funciona en este equipo; lo que se guarda aquí está protegido con una frase de contraseña.</translation>
  </message>
  <message>
   <source>The key of this store is no longer in the keyring.</source>
   <translation>La clave de esta base de datos ya no está en el llavero del sistema.</translation>
  </message>
  <message>
   <source>Choose “Keys” in the menu Data and put it back, or set a passphrase, before you close the program.</source>
   <translation>Elija «Claves» en el menú Datos y vuelva a ponerla, o establezca una frase de contraseña, antes de cerrar el programa.</translation>
  </message>
  <message>
   <source>The component that reads pictures of pages is installed.</source>
   <translation>El componente que lee imágenes de páginas está instalado.</translation>
  </message>
  <message>
   <source>This is version {own}; version {newest} has worked on this store before.</source>
   <translation>Esta es la versión {own}; la versión {newest} ya ha trabajado con esta base de datos.</translation>
  </message>
  <message>
   <source>Install the newer version again, so that what it kept is read as it was meant.</source>
   <translation>Vuelva a instalar la versión más reciente, para que lo que guardó se lea como se pretendía.</translation>
  </message>
  <message>
   <source>The keyring does not give out the key of this store just now. The next start will need it.</source>
   <translation>El llavero del sistema no entrega ahora la clave de esta base de datos. El próximo inicio la necesitará.</translation>
  </message>
  <message>
   <source>Unlock the keyring, or log in again. Do not close the program without the recovery key at hand.</source>
   <translation>Desbloquee el llavero del sistema o vuelva a iniciar sesión. No cierre el programa sin tener a mano la clave de recuperación.</translation>
  </message>
  <message>
   <source>Choose one of: {models}.</source>
   <translation>Elija uno de estos: {models}.</translation>
  </message>
  <message>
   <source>{service} answers, and takes the key and the model.</source>
   <translation>{service} responde y acepta la clave y el modelo.</translation>
  </message>
  <message>
   <source>{service} answers, and takes the key but does not say whether it has the model.</source>
   <translation>{service} responde y acepta la clave, pero no dice si tiene el modelo.</translation>
  </message>
  <message>
   <source>Restore prompts.yaml, or give the new text a version of its own in the Prompts tab.</source>
   <translation>Restaure prompts.yaml o dé al texto nuevo una versión propia en la pestaña Instrucciones (prompts).</translation>
  </message>
  <message>
   <source>The kept text of {prompt} is not the recorded one.</source>
   <translation>El texto guardado de {prompt} no es el registrado.</translation>
  </message>
  <message>
   <source>In force: {prompts}.</source>
   <translation>En vigor: {prompts}.</translation>
  </message>
  <message>
   <source>No prompt is in force, so no service is asked.</source>
   <translation>No hay ninguna instrucción (prompt) en vigor, así que no se consulta ningún servicio.</translation>
  </message>
  <message>
   <source>Requests this month: {requests}, for ${usd:,.2f}.</source>
   <translation>Solicitudes este mes: {requests}, por ${usd:,.2f}.</translation>
  </message>
  <message>
   <source>Asked at {time} UTC.</source>
   <translation>Preguntado a las {time} UTC.</translation>
  </message>
  <message>
   <source>{service}: {said}</source>
   <translation>{service}: {said}</translation>
  </message>
  <message>
   <source>The file with your services could not be read, so the program works offline.</source>
   <translation>No se pudo leer el archivo con sus servicios, así que el programa trabaja sin conexión.</translation>
  </message>
  <message>
   <source>Set up the service again; keys in the keyring are still there.</source>
   <translation>Vuelva a configurar el servicio; las claves del llavero del sistema siguen ahí.</translation>
  </message>
  <message>
   <source>{service} failed {failures} times in a row and rests for {seconds:.0f} s.</source>
   <translation>{service} falló {failures} veces seguidas y queda en pausa durante {seconds:.0f} s.</translation>
  </message>
  <message>
   <source>Letters are analyzed offline meanwhile. “Try now” ends the pause.</source>
   <translation>Mientras tanto, las cartas se analizan sin conexión. «Probar ahora» termina la pausa.</translation>
  </message>
  <message>
   <source>Working offline; no connection is opened.</source>
   <translation>Se trabaja sin conexión; no se abre ninguna.</translation>
  </message>
  <message>
   <source>1 letter waits to be sent.</source>
   <translation>1 carta espera para enviarse.</translation>
  </message>
  <message>
   <source>{waiting} letters wait to be sent.</source>
   <translation>{waiting} cartas esperan para enviarse.</translation>
  </message>
  <message>
   <source>{service} is in use. Whether it answers was not asked.</source>
   <translation>{service} está en uso. No se ha preguntado si responde.</translation>
  </message>
  <message>
   <source>“Ask now” asks it for its models. No text of a letter is sent.</source>
   <translation>«Preguntar ahora» le pide sus modelos. No se envía texto de ninguna carta.</translation>
  </message>
  <message>
   <source>A recovery key was made on {day}.</source>
   <translation>Se creó una clave de recuperación el {day}.</translation>
  </message>
  <message>
   <source>1 backup, of {newest}</source>
   <translation>1 copia de seguridad, del {newest}</translation>
  </message>
  <message>
   <source>{count} backups, the newest of {newest}</source>
   <translation>{count} copias de seguridad, la más reciente del {newest}</translation>
  </message>
  <message>
   <source>{kept}, which is a while ago.</source>
   <translation>{kept}, de hace ya un tiempo.</translation>
  </message>
  <message>
   <source>{kept}, verified by opening it.</source>
   <translation>{kept}, verificada al abrirla.</translation>
  </message>
  <message>
   <source>Nothing that was deleted is left in journal or backups.</source>
   <translation>No queda nada de lo borrado en el diario ni en las copias de seguridad.</translation>
  </message>
  <message>
   <source>Nothing is fixed on this computer.</source>
   <translation>En este equipo no hay nada fijado.</translation>
  </message>
  <message>
   <source>The key of this store is in memory only and goes with it.</source>
   <translation>La clave de esta base de datos está solo en la memoria y desaparece con ella.</translation>
  </message>
  <message>
   <source>No recovery key has been made. A lost keyring or a forgotten passphrase would cost all your analyses.</source>
   <translation>No se ha creado ninguna clave de recuperación. Perder el llavero del sistema u olvidar la frase de contraseña costaría todos sus análisis.</translation>
  </message>
  <message>
   <source>Choose “Make a recovery key” in the menu Data, print the sheet and keep it in a safe place.</source>
   <translation>Elija «Crear una clave de recuperación» en el menú Datos, imprima la hoja y guárdela en un lugar seguro.</translation>
  </message>
  <message>
   <source>There is no backup yet.</source>
   <translation>Todavía no hay ninguna copia de seguridad.</translation>
  </message>
  <message>
   <source>Choose “Back up now” in the menu Data.</source>
   <translation>Elija «Hacer una copia de seguridad ahora» en el menú Datos.</translation>
  </message>
  <message>
   <source>Deleted records are out of the database, but may still be in its journal or in older backups.</source>
   <translation>Los registros borrados ya no están en la base de datos, pero pueden seguir en su diario o en copias de seguridad anteriores.</translation>
  </message>
  <message>
   <source>Close other windows and commands of Nexus Desktop, and start it again.</source>
   <translation>Cierre las demás ventanas y comandos de Nexus Desktop y vuelva a iniciarlo.</translation>
  </message>
  <message>
   <source>kept in memory only</source>
   <translation>guardada solo en la memoria</translation>
  </message>
 </context>
</TS>
